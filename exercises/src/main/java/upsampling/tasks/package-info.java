/// The tasks of the course: one interface for each lesson, and the public tests that grade its answers.
package upsampling.tasks;
