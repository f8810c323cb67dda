/// Runs cells: source in, value, error, warnings and output out. It knows JShell and nothing of Jupyter.
///
/// [Evaluator] is the front door. Behind it, in the order a cell goes through them: `CellRun` cuts a cell into snippets and asks JShell to
/// run one after the other, `Execution` and `SnippetLoader` are where JShell's compiled code is loaded, woven (`CellCode`), swapped
/// and run (`CellThreads`), `Console` carries what it prints to the cell, `ValueText` renders the last value, and `Positions`,
/// `Failures` and `CompileFailures` turn what went wrong into a [CellError] that speaks of cells and lines only.
package upsampling.kernel.eval;
