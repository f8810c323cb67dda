/// The binary protocol between the grader and the virtual machine that holds an answer: frames with a number each, and a closed set of types.
///
/// Nothing here trusts the other side: every length is compared with a limit before memory is taken for it, and whatever does not fit is a
/// {@link upsampling.grader.wire.WireFault}, which ends that machine.
package upsampling.grader.wire;
