/// From what a teacher has (a folder, a Moodle zip, a list of git repositories) to submissions that can be graded.
///
/// Everything here reads text that somebody else wrote and may have written in bad faith: nothing of it is run, compiled or unpacked to a file, and
/// whatever one submission does costs that submission alone.
package upsampling.grader.intake;
