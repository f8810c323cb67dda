package upsampling.solutions.lesson05;

import java.util.List;

import upsampling.solutions.Solved;
import upsampling.solutions.lesson05.wrong.AcceptsAnyStride;
import upsampling.solutions.lesson05.wrong.AcceptsAnyTopology;
import upsampling.solutions.lesson05.wrong.AcceptsEmptyOutput;
import upsampling.solutions.lesson05.wrong.AcceptsSmallPicture;
import upsampling.solutions.lesson05.wrong.AcceptsUnfitting;
import upsampling.solutions.lesson05.wrong.AddsStrides;
import upsampling.solutions.lesson05.wrong.AlwaysLcm;
import upsampling.solutions.lesson05.wrong.AlwaysProduct;
import upsampling.solutions.lesson05.wrong.AssumesSquareKernel;
import upsampling.solutions.lesson05.wrong.AssumesSquarePicture;
import upsampling.solutions.lesson05.wrong.BlockMeans;
import upsampling.solutions.lesson05.wrong.BlockSums;
import upsampling.solutions.lesson05.wrong.CentredSpectrum;
import upsampling.solutions.lesson05.wrong.ClampsToEdge;
import upsampling.solutions.lesson05.wrong.CountsPartialWindows;
import upsampling.solutions.lesson05.wrong.CountsPerOutput;
import upsampling.solutions.lesson05.wrong.CountsReads;
import upsampling.solutions.lesson05.wrong.CropsOneSide;
import upsampling.solutions.lesson05.wrong.CropsStart;
import upsampling.solutions.lesson05.wrong.DftOfKernelSize;
import upsampling.solutions.lesson05.wrong.DoesNotCrop;
import upsampling.solutions.lesson05.wrong.DropsEmptyPhases;
import upsampling.solutions.lesson05.wrong.DropsUnreadTail;
import upsampling.solutions.lesson05.wrong.FirstTwoStrides;
import upsampling.solutions.lesson05.wrong.FlipsKernel;
import upsampling.solutions.lesson05.wrong.HalfCircle;
import upsampling.solutions.lesson05.wrong.IgnoresDilation;
import upsampling.solutions.lesson05.wrong.IgnoresPadding;
import upsampling.solutions.lesson05.wrong.InteriorEverywhere;
import upsampling.solutions.lesson05.wrong.LargestStride;
import upsampling.solutions.lesson05.wrong.MagnitudesAcceptAnyStride;
import upsampling.solutions.lesson05.wrong.MarksPainted;
import upsampling.solutions.lesson05.wrong.MarksRead;
import upsampling.solutions.lesson05.wrong.MeanSquare;
import upsampling.solutions.lesson05.wrong.Normalised;
import upsampling.solutions.lesson05.wrong.OuterProduct;
import upsampling.solutions.lesson05.wrong.OverwritesSums;
import upsampling.solutions.lesson05.wrong.PaintsInstead;
import upsampling.solutions.lesson05.wrong.PhaseMeans;
import upsampling.solutions.lesson05.wrong.PiTimesK;
import upsampling.solutions.lesson05.wrong.PixelVariance;
import upsampling.solutions.lesson05.wrong.ProductOverDivisor;
import upsampling.solutions.lesson05.wrong.ReadsIgnoreDilation;
import upsampling.solutions.lesson05.wrong.ReadsIgnorePadding;
import upsampling.solutions.lesson05.wrong.RealPart;
import upsampling.solutions.lesson05.wrong.RelativeVariance;
import upsampling.solutions.lesson05.wrong.ReturnsPhaseSums;
import upsampling.solutions.lesson05.wrong.RowsOnly;
import upsampling.solutions.lesson05.wrong.SampleVariance;
import upsampling.solutions.lesson05.wrong.SeparableResponse;
import upsampling.solutions.lesson05.wrong.Signed;
import upsampling.solutions.lesson05.wrong.Squared;
import upsampling.solutions.lesson05.wrong.StandardDeviation;
import upsampling.solutions.lesson05.wrong.StrideTimesSize;
import upsampling.solutions.lesson05.wrong.SumsAcceptAnyStride;
import upsampling.solutions.lesson05.wrong.SwapsTopologies;
import upsampling.solutions.lesson05.wrong.TransposesFrequencies;
import upsampling.solutions.lesson05.wrong.TransposesSums;
import upsampling.solutions.lesson05.wrong.WrapsAround;
import upsampling.tasks.Checkerboards;

/// The solved lesson 5.
public final class Lesson05 {
    /// Wrong answers, the tasks one after the other.
    private static final List<Class<?>> WRONG = List.of(
        IgnoresPadding.class, InteriorEverywhere.class, IgnoresDilation.class, CropsOneSide.class, CountsReads.class,
        MarksPainted.class, StrideTimesSize.class, AcceptsEmptyOutput.class, AlwaysLcm.class, AlwaysProduct.class,
        SwapsTopologies.class, LargestStride.class, AddsStrides.class, FirstTwoStrides.class, ProductOverDivisor.class,
        AcceptsAnyTopology.class, AcceptsAnyStride.class, BlockSums.class, TransposesSums.class, PhaseMeans.class, OuterProduct.class,
        FlipsKernel.class, AssumesSquareKernel.class, OverwritesSums.class, DropsEmptyPhases.class, SumsAcceptAnyStride.class,
        SampleVariance.class, PixelVariance.class, BlockMeans.class, StandardDeviation.class, RelativeVariance.class, MeanSquare.class,
        DoesNotCrop.class, CropsStart.class, RowsOnly.class, AssumesSquarePicture.class, AcceptsSmallPicture.class, PiTimesK.class,
        HalfCircle.class, DftOfKernelSize.class, Normalised.class, Squared.class, RealPart.class, Signed.class,
        TransposesFrequencies.class, ReturnsPhaseSums.class, SeparableResponse.class, CentredSpectrum.class,
        MagnitudesAcceptAnyStride.class, ReadsIgnorePadding.class, DropsUnreadTail.class, WrapsAround.class, ClampsToEdge.class,
        ReadsIgnoreDilation.class, PaintsInstead.class, MarksRead.class, CountsPartialWindows.class, CountsPerOutput.class,
        AcceptsUnfitting.class);

    /// What the gate needs to know of it.
    public static final Solved SOLVED = new Solved(Checkerboards.class, List.of(Reference.class, Alternative.class), WRONG,
        List.of(CountsHiddenTest.class, CheckerboardsHiddenTest.class));

    private Lesson05() { }
}
