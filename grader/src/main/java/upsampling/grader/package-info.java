/// Points, hints and checks: how an answer to a task becomes a result.
///
/// A lesson's tasks are one interface ({@link Lesson}, {@link Task}); its tests are plain JUnit 5 classes that receive the subject and carry
/// {@link Points}, {@link Part} and {@link Hint}. The same tests run on an answer file, on an object in a notebook cell ({@link Check}), on a
/// reference solution and on a known-wrong answer.
///
/// The way of an answer: `plan` reads points and parts from the annotations, before any student code runs; `rule` reads the byte code;
/// `engine` runs the tests on the JUnit Platform and observes each part; `hint` compares what was observed with the known misconceptions;
/// `result` adds it up. `run` does the same for a folder of answers, in a second JVM. Of an answer that is wrong `shrink` looks for the smallest
/// counterexample; `hunt` turns that round: the learner looks for one, on a black box.
package upsampling.grader;
