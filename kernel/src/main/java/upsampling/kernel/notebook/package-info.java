/// Notebooks without Jupyter: reading and writing `.ipynb`, running one with the kernel's own evaluator, comparing outputs by meaning.
package upsampling.kernel.notebook;
