/// Compiling answers: the part that `./course check` runs itself, and batch grading in a jail.
package upsampling.grader.compile;
