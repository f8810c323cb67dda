/// What {@link upsampling.backend.VectorBackend} is made of: kernels on the Vector API, the threads that share them, and the memory they write into. Public
/// only for that class; nothing else should call it.
package upsampling.backend.vector;
