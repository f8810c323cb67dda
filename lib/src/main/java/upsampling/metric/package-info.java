/// Numbers about operators, networks and results: receptive fields, costs, footprints, checkerboards, spectra, pictures, masks, subspaces. One
/// tool per question; those about linear operators work on every one of them.
///
/// A result that holds an array is equal to itself only: records compare arrays by identity. Compare the arrays.
package upsampling.metric;
