/// The programs that run inside the jail, with code of students around them: one that holds an answer, one that compiles.
///
/// They need the module `java.base`, the compiler also `jdk.compiler`, and of the course only what an answer may use. Nothing they say is believed.
package upsampling.grader.jailed;
