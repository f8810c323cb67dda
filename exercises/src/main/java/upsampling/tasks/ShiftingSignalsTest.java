package upsampling.tasks;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.ExtendWith;

import upsampling.grader.engine.SubjectExtension;

/// The public tests of the tasks of lesson 9 that shift signals by parts of a cell. {@link ShiftingTest} has the others.
@ExtendWith(SubjectExtension.class)
@DisplayName("Shifts by parts of a cell, and what upsampling makes of them")
public class ShiftingSignalsTest { }
