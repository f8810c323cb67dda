/// How fast the operators are beside libtorch's: `./course bench`.
///
/// A {@link upsampling.bench.speed.Workload} is an operator with shapes; {@link upsampling.bench.speed.PublicTable} lists those that are always measured. {@link
/// upsampling.bench.speed.Runner} takes turns between the {@link upsampling.bench.speed.Side}s, {@link upsampling.bench.speed.Gate} waits until the machine is
/// quiet, {@link upsampling.bench.speed.Ceilings} says what the machine can do at most. One JVM measures with one number of threads and writes its {@link
/// upsampling.bench.speed.Row}s to a file; the table and the picture are made from the files.
package upsampling.bench.speed;
