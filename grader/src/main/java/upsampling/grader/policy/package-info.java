/// What a teacher decides beside the tests, as data: a policy (`grading.json`) and corrections by hand (`corrections.json`). Nothing here runs an answer.
package upsampling.grader.policy;
