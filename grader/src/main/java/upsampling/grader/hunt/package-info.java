/// The bug hunt: black boxes that answer a task wrongly, and inputs that expose them.
package upsampling.grader.hunt;
