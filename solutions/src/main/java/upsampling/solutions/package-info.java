/// The teacher's side: reference solutions, alternative solutions, known-wrong answers and hidden tests. A student release has none of it.
///
/// The tests of this module are the gate that keeps the graders honest.
package upsampling.solutions;
