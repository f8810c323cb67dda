package upsampling.solutions.lesson04;

import java.util.List;

import upsampling.solutions.Solved;
import upsampling.solutions.lesson04.wrong.AcceptsBelowOne;
import upsampling.solutions.lesson04.wrong.AcceptsLarger;
import upsampling.solutions.lesson04.wrong.AcceptsSmaller;
import upsampling.solutions.lesson04.wrong.AllowsEqual;
import upsampling.solutions.lesson04.wrong.AlwaysTimesStride;
import upsampling.solutions.lesson04.wrong.AnyOutputPadding;
import upsampling.solutions.lesson04.wrong.AnySize;
import upsampling.solutions.lesson04.wrong.AsManyAsDilation;
import upsampling.solutions.lesson04.wrong.BiasAllChannels;
import upsampling.solutions.lesson04.wrong.BiasPerInputChannel;
import upsampling.solutions.lesson04.wrong.BiasWhereStamped;
import upsampling.solutions.lesson04.wrong.ClampsPadding;
import upsampling.solutions.lesson04.wrong.DilationTimesKernel;
import upsampling.solutions.lesson04.wrong.FlipsInBackward;
import upsampling.solutions.lesson04.wrong.FlipsOneAxis;
import upsampling.solutions.lesson04.wrong.ForgetsBatch;
import upsampling.solutions.lesson04.wrong.ForgetsTargetCentre;
import upsampling.solutions.lesson04.wrong.ForwardSize;
import upsampling.solutions.lesson04.wrong.GathersDensely;
import upsampling.solutions.lesson04.wrong.GradWeightSwapsChannels;
import upsampling.solutions.lesson04.wrong.IgnoresGroups;
import upsampling.solutions.lesson04.wrong.IgnoresPadding;
import upsampling.solutions.lesson04.wrong.IgnoresStride;
import upsampling.solutions.lesson04.wrong.InInputPixels;
import upsampling.solutions.lesson04.wrong.IntegerDivision;
import upsampling.solutions.lesson04.wrong.InterleavesGroups;
import upsampling.solutions.lesson04.wrong.KeepsChannels;
import upsampling.solutions.lesson04.wrong.KernelOverTwo;
import upsampling.solutions.lesson04.wrong.LeastAddsPadding;
import upsampling.solutions.lesson04.wrong.LeastIgnoresDilation;
import upsampling.solutions.lesson04.wrong.MeanBias;
import upsampling.solutions.lesson04.wrong.ModuloOfWanted;
import upsampling.solutions.lesson04.wrong.NotRotated;
import upsampling.solutions.lesson04.wrong.OffsetAddsPadding;
import upsampling.solutions.lesson04.wrong.OffsetIgnoresDilation;
import upsampling.solutions.lesson04.wrong.OutputPaddingBothSides;
import upsampling.solutions.lesson04.wrong.OutputPaddingInFront;
import upsampling.solutions.lesson04.wrong.OutputPaddingTwice;
import upsampling.solutions.lesson04.wrong.OutputPaddingZeros;
import upsampling.solutions.lesson04.wrong.Overwrites;
import upsampling.solutions.lesson04.wrong.OverwritesChannels;
import upsampling.solutions.lesson04.wrong.PaddingOnce;
import upsampling.solutions.lesson04.wrong.ReversedSign;
import upsampling.solutions.lesson04.wrong.RotatesStamp;
import upsampling.solutions.lesson04.wrong.SamePadding;
import upsampling.solutions.lesson04.wrong.SizeAddsPadding;
import upsampling.solutions.lesson04.wrong.SizeIgnoresDilation;
import upsampling.solutions.lesson04.wrong.SpillsOver;
import upsampling.solutions.lesson04.wrong.StampsAddPadding;
import upsampling.solutions.lesson04.wrong.StampsAgain;
import upsampling.solutions.lesson04.wrong.StampsDensely;
import upsampling.solutions.lesson04.wrong.StrideAgain;
import upsampling.solutions.lesson04.wrong.StrideOverTwo;
import upsampling.solutions.lesson04.wrong.StrideTimesSize;
import upsampling.solutions.lesson04.wrong.StrideZeros;
import upsampling.solutions.lesson04.wrong.SwapsChannels;
import upsampling.solutions.lesson04.wrong.TransposesKernel;
import upsampling.solutions.lesson04.wrong.Unchecked;
import upsampling.solutions.lesson04.wrong.ZerosBehindLast;
import upsampling.tasks.TransposedConvolution;

/// The solved lesson 4.
public final class Lesson04 {
    /// Wrong answers, the tasks one after the other.
    private static final List<Class<?>> WRONG = List.of(
        SizeIgnoresDilation.class, SizeAddsPadding.class, OutputPaddingTwice.class, AnyOutputPadding.class, PaddingOnce.class, ForwardSize.class,
        StrideTimesSize.class, AlwaysTimesStride.class, DilationTimesKernel.class, AnySize.class, AllowsEqual.class, Unchecked.class,
        ModuloOfWanted.class, AcceptsSmaller.class, AcceptsLarger.class, AsManyAsDilation.class, LeastIgnoresDilation.class,
        LeastAddsPadding.class, AcceptsBelowOne.class, SamePadding.class, NotRotated.class, KeepsChannels.class, ZerosBehindLast.class,
        StrideZeros.class, StrideAgain.class, FlipsOneAxis.class, TransposesKernel.class, GathersDensely.class, ClampsPadding.class,
        OutputPaddingZeros.class, OutputPaddingInFront.class, OutputPaddingBothSides.class, BiasWhereStamped.class, BiasPerInputChannel.class,
        SwapsChannels.class, IgnoresGroups.class, InterleavesGroups.class, RotatesStamp.class, StampsAddPadding.class, Overwrites.class,
        SpillsOver.class, StampsDensely.class, IntegerDivision.class, ForgetsTargetCentre.class, ReversedSign.class, OffsetIgnoresDilation.class,
        InInputPixels.class, OffsetAddsPadding.class, KernelOverTwo.class, StrideOverTwo.class, FlipsInBackward.class, MeanBias.class,
        ForgetsBatch.class, GradWeightSwapsChannels.class, IgnoresStride.class, IgnoresPadding.class, BiasAllChannels.class, StampsAgain.class,
        OverwritesChannels.class);

    /// What the gate needs to know of it.
    public static final Solved SOLVED = new Solved(TransposedConvolution.class, List.of(Reference.class, Alternative.class), WRONG,
        List.of(SizesHiddenTest.class, TransposedHiddenTest.class, GradientsHiddenTest.class));

    private Lesson04() { }
}
