package upsampling.solutions.lesson01;

import java.util.List;

import upsampling.solutions.Solved;
import upsampling.solutions.lesson01.wrong.AddsKernel;
import upsampling.solutions.lesson01.wrong.AddsStrides;
import upsampling.solutions.lesson01.wrong.AlwaysCeil;
import upsampling.solutions.lesson01.wrong.AlwaysKSquared;
import upsampling.solutions.lesson01.wrong.AverageSwapsBounds;
import upsampling.solutions.lesson01.wrong.AveragesFirstPlane;
import upsampling.solutions.lesson01.wrong.BackwardIgnoresBatch;
import upsampling.solutions.lesson01.wrong.CeilAfterDivision;
import upsampling.solutions.lesson01.wrong.CeilWithoutLastWindowRule;
import upsampling.solutions.lesson01.wrong.ClampsStart;
import upsampling.solutions.lesson01.wrong.CountsBeyondPadding;
import upsampling.solutions.lesson01.wrong.CountsDilatedKernel;
import upsampling.solutions.lesson01.wrong.CountsFlops;
import upsampling.solutions.lesson01.wrong.DividesByStride;
import upsampling.solutions.lesson01.wrong.DropsOnlyBeyond;
import upsampling.solutions.lesson01.wrong.FieldIgnoresDilation;
import upsampling.solutions.lesson01.wrong.FirstPlaneOnly;
import upsampling.solutions.lesson01.wrong.IgnoresBatch;
import upsampling.solutions.lesson01.wrong.IgnoresCeilMode;
import upsampling.solutions.lesson01.wrong.IgnoresNaN;
import upsampling.solutions.lesson01.wrong.IgnoresPadding;
import upsampling.solutions.lesson01.wrong.IgnoresStride;
import upsampling.solutions.lesson01.wrong.IntOverflow;
import upsampling.solutions.lesson01.wrong.JumpFirst;
import upsampling.solutions.lesson01.wrong.JumpStartsAtZero;
import upsampling.solutions.lesson01.wrong.KeepsFirstNaN;
import upsampling.solutions.lesson01.wrong.LastMaximumWins;
import upsampling.solutions.lesson01.wrong.NeverCountsPadding;
import upsampling.solutions.lesson01.wrong.OutputSizeIgnoresDilation;
import upsampling.solutions.lesson01.wrong.Overwrites;
import upsampling.solutions.lesson01.wrong.PaddedIndices;
import upsampling.solutions.lesson01.wrong.PaddingOnce;
import upsampling.solutions.lesson01.wrong.RowsTimesHeight;
import upsampling.solutions.lesson01.wrong.StartsAtIndexZero;
import upsampling.solutions.lesson01.wrong.StartsAtZero;
import upsampling.solutions.lesson01.wrong.SwapsBounds;
import upsampling.solutions.lesson01.wrong.SwitchInverted;
import upsampling.solutions.lesson01.wrong.TensorIndices;
import upsampling.solutions.lesson01.wrong.TruncatingDivision;
import upsampling.solutions.lesson01.wrong.ZeroPadding;
import upsampling.tasks.Pooling;

/// The solved lesson 1.
public final class Lesson01 {
    /// Wrong answers, the tasks one after the other.
    private static final List<Class<?>> WRONG = List.of(
        OutputSizeIgnoresDilation.class, CeilWithoutLastWindowRule.class, TruncatingDivision.class, IgnoresStride.class,
        IgnoresPadding.class, PaddingOnce.class, DropsOnlyBeyond.class, IgnoresCeilMode.class, CeilAfterDivision.class,
        AlwaysCeil.class,
        ZeroPadding.class, LastMaximumWins.class, PaddedIndices.class, ClampsStart.class, SwapsBounds.class, RowsTimesHeight.class,
        StartsAtIndexZero.class, IgnoresNaN.class, KeepsFirstNaN.class, TensorIndices.class, IgnoresBatch.class,
        AlwaysKSquared.class, CountsBeyondPadding.class, NeverCountsPadding.class, SwitchInverted.class,
        AveragesFirstPlane.class, AverageSwapsBounds.class,
        IntOverflow.class, CountsFlops.class, DividesByStride.class, CountsDilatedKernel.class,
        JumpFirst.class, AddsKernel.class, FieldIgnoresDilation.class, StartsAtZero.class, JumpStartsAtZero.class, AddsStrides.class,
        Overwrites.class, FirstPlaneOnly.class, BackwardIgnoresBatch.class);

    /// What the gate needs to know of it.
    public static final Solved SOLVED = new Solved(Pooling.class, List.of(Reference.class, Alternative.class), WRONG,
        List.of(CountingHiddenTest.class, PoolingHiddenTest.class));

    private Lesson01() { }
}
