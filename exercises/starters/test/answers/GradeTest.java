package answers;

import upsampling.grader.junit.AnswersTest;

/// Grades your answers: run it in your IDE, with the debugger if you like, or with `mvn test`.
class GradeTest extends AnswersTest { }
