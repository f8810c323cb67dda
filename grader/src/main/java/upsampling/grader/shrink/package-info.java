/// The smallest counterexample: a failed call is repeated with simpler arguments as long as the answer stays wrong in the same way.
package upsampling.grader.shrink;
