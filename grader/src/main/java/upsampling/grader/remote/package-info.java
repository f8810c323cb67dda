/// An answer that lives in a jailed virtual machine, as the tests see it.
package upsampling.grader.remote;
