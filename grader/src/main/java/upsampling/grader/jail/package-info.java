/// The wall between the grader and what students wrote: several ways to run a Java program so that it reaches nothing but its standard streams.
///
/// Which wall a machine offers is found out by trying, never by its name: {@link upsampling.grader.jail.SelfProbe}.
package upsampling.grader.jail;
