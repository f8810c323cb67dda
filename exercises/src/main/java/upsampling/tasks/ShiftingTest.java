package upsampling.tasks;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.ExtendWith;

import upsampling.grader.engine.SubjectExtension;

/// The public tests of the tasks of lesson 9 that work on pictures. {@link ShiftingSignalsTest} has the others.
@ExtendWith(SubjectExtension.class)
@DisplayName("Whole shifts, keypoints and blur before subsampling")
public class ShiftingTest { }
