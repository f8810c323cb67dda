/// The `course` command: a thin layer of picocli over the kernel, the grader and Maven.
package upsampling.cli;
