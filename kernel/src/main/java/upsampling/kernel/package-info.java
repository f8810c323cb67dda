/// The Jupyter protocol as a front door to [upsampling.kernel.eval.Evaluator].
///
/// [Kernel] answers requests; `Connection` and `Publisher` own the sockets, one thread each, and no thread of a cell ever touches one
/// (an interrupt would close it); `CellMessages` turns a cell's output into messages, `Input` asks the front end for a line, and
/// `Replies` and `History` write what jjava-jupyter 1.0-a6 leaves out or gets wrong.
package upsampling.kernel;
