/// What {@link upsampling.backend.CudaBackend} is made of: the driver behind JCuda, memory on the device, and the launches of the kernels in the `.cu` files of
/// the resource folder of the same name. Only {@link upsampling.backend.cuda.CudaDriver} and its loader know JCuda.
package upsampling.backend.cuda;
