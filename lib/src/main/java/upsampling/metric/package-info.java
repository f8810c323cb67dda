/// Numbers about operators, networks and results: receptive fields, costs, footprints, checkerboards, spectra, pictures, masks, subspaces. One
/// tool per question; those about linear operators work on every one of them.
package upsampling.metric;
