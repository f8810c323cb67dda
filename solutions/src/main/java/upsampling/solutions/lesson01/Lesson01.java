package upsampling.solutions.lesson01;

import java.util.List;

import upsampling.solutions.Solved;
import upsampling.solutions.lesson01.wrong.AddsKernel;
import upsampling.solutions.lesson01.wrong.AlwaysKSquared;
import upsampling.solutions.lesson01.wrong.CeilWithoutLastWindowRule;
import upsampling.solutions.lesson01.wrong.ClampsStart;
import upsampling.solutions.lesson01.wrong.CountsBeyondPadding;
import upsampling.solutions.lesson01.wrong.CountsFlops;
import upsampling.solutions.lesson01.wrong.FieldIgnoresDilation;
import upsampling.solutions.lesson01.wrong.FirstPlaneOnly;
import upsampling.solutions.lesson01.wrong.IntOverflow;
import upsampling.solutions.lesson01.wrong.JumpFirst;
import upsampling.solutions.lesson01.wrong.LastMaximumWins;
import upsampling.solutions.lesson01.wrong.NeverCountsPadding;
import upsampling.solutions.lesson01.wrong.OutputSizeIgnoresDilation;
import upsampling.solutions.lesson01.wrong.Overwrites;
import upsampling.solutions.lesson01.wrong.PaddedIndices;
import upsampling.solutions.lesson01.wrong.TruncatingDivision;
import upsampling.solutions.lesson01.wrong.ZeroPadding;
import upsampling.tasks.Pooling;

/// The solved lesson 1.
public final class Lesson01 {
    /// What the gate needs to know of it.
    public static final Solved SOLVED = new Solved(Pooling.class, List.of(Reference.class, Alternative.class),
        List.of(OutputSizeIgnoresDilation.class, CeilWithoutLastWindowRule.class, TruncatingDivision.class, ZeroPadding.class, LastMaximumWins.class,
            PaddedIndices.class, ClampsStart.class, AlwaysKSquared.class, CountsBeyondPadding.class, NeverCountsPadding.class, IntOverflow.class,
            CountsFlops.class, JumpFirst.class, AddsKernel.class, FieldIgnoresDilation.class, Overwrites.class, FirstPlaneOnly.class),
        List.of(PoolingHiddenTest.class));

    private Lesson01() { }
}
