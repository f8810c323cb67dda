/// Words for cells of a lesson: `claim` checks a statement of the course, `predict` and `compare` put a prediction beside a result.
///
/// Nothing here knows a kernel: cards go to {@link upsampling.show.Show}, and what should outlive a session to a {@link
/// upsampling.lesson.LessonState}.
package upsampling.lesson;
