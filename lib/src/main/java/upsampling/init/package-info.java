/// First values of weights: how wide random ones are drawn, and which fixed ones begin as a known upsampler. Every method takes its
/// generator (see `upsampling.data.Noise`) as an argument and returns a new tensor on the plain backend.
package upsampling.init;
