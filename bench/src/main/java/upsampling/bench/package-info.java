/// The operators beside libtorch, PyTorch's library, in one JVM: random configurations, legal and illegal, on which both must agree.
///
/// `./course bench --check 10000` runs it. The peer is known to {@link upsampling.bench.Libtorch} and to the `peer` methods of the twins only; what is
/// drawn, and what is reported, needs no native library, so it is tested without one.
package upsampling.bench;
