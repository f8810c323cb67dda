/// Grading many submissions behind a wall: nothing one of them does harms another, what is finished stays finished, and a fault of the grader is never a zero.
package upsampling.grader.batch;
