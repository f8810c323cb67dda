/// Fault injection: is each claim of a lesson able to fail?
///
/// The operators of `lib` are woven so that their results can be falsified, and every cell with a claim is run with a false operator. It stands in the
/// tests of `cli`, the one module that sees the kernel, which runs the cells, and is not itself on the class path of a lesson.
package upsampling.cli.faults;
