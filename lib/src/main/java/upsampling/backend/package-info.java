/// Devices: the primitives that compute on tensors, and the plain loops that every other device is compared with.
package upsampling.backend;
