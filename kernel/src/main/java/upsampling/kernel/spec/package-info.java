/// Tells Jupyter front ends about the kernel: writes its `kernel.json`.
package upsampling.kernel.spec;
