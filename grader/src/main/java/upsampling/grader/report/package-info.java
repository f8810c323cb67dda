/// What a batch says: one document for programs, `course/result/v1`, and everything else made from it. Text of students goes through one escape per kind of document.
package upsampling.grader.report;
