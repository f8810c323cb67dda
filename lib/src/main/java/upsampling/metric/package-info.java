/// Numbers about operators and networks: receptive fields, costs, footprints, checkerboards, spectra. One tool per question; those about
/// linear operators work on every one of them.
package upsampling.metric;
