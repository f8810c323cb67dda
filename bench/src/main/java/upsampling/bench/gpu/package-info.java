/// How fast the operators are on a GPU: `./course bench --gpu`.
///
/// Nothing here, and nothing that this package uses, needs libtorch: a machine with a GPU is often carried no more than the course's own classes, JCuda and
/// Gson. Its PyTorch measures in a process of its own, `bench/gpu/torch_side.py`: {@link upsampling.bench.gpu.PeerWorkloads} says what, {@link
/// upsampling.bench.gpu.Peer} reads the answer, and {@link upsampling.bench.gpu.GpuResults} puts both beside each other.
package upsampling.bench.gpu;
