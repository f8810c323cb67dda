package upsampling.solutions.lesson06;

import java.util.List;

import upsampling.solutions.Solved;
import upsampling.solutions.lesson06.wrong.AbsoluteDeviations;
import upsampling.solutions.lesson06.wrong.AcceptsAnyMode;
import upsampling.solutions.lesson06.wrong.AcceptsAnySigma;
import upsampling.solutions.lesson06.wrong.AcceptsEvenKernel;
import upsampling.solutions.lesson06.wrong.AcceptsGaps;
import upsampling.solutions.lesson06.wrong.AddsCorrection;
import upsampling.solutions.lesson06.wrong.AlignsCorners;
import upsampling.solutions.lesson06.wrong.AlwaysBilinear;
import upsampling.solutions.lesson06.wrong.AlwaysNearest;
import upsampling.solutions.lesson06.wrong.AlwaysScaleTwo;
import upsampling.solutions.lesson06.wrong.AlwaysTwoOnes;
import upsampling.solutions.lesson06.wrong.Asymmetric;
import upsampling.solutions.lesson06.wrong.Averages;
import upsampling.solutions.lesson06.wrong.BlurForgetsHalf;
import upsampling.solutions.lesson06.wrong.BlurForgetsSquare;
import upsampling.solutions.lesson06.wrong.ClampsTaps;
import upsampling.solutions.lesson06.wrong.ComparesWithWeights;
import upsampling.solutions.lesson06.wrong.ConvFirst;
import upsampling.solutions.lesson06.wrong.CountsLargestPhase;
import upsampling.solutions.lesson06.wrong.CountsOneSide;
import upsampling.solutions.lesson06.wrong.CountsWholeStrides;
import upsampling.solutions.lesson06.wrong.DecimalLogarithm;
import upsampling.solutions.lesson06.wrong.Density;
import upsampling.solutions.lesson06.wrong.DiagonalChannels;
import upsampling.solutions.lesson06.wrong.DividesByKernel;
import upsampling.solutions.lesson06.wrong.EvensOut;
import upsampling.solutions.lesson06.wrong.Extrapolates;
import upsampling.solutions.lesson06.wrong.FadesOut;
import upsampling.solutions.lesson06.wrong.FirstImage;
import upsampling.solutions.lesson06.wrong.FirstInputChannel;
import upsampling.solutions.lesson06.wrong.FirstTapOnly;
import upsampling.solutions.lesson06.wrong.FixedPadding;
import upsampling.solutions.lesson06.wrong.FlipsKernel;
import upsampling.solutions.lesson06.wrong.ForgetsDivision;
import upsampling.solutions.lesson06.wrong.ForgetsMean;
import upsampling.solutions.lesson06.wrong.ForgetsNormalisation;
import upsampling.solutions.lesson06.wrong.ForgetsTwo;
import upsampling.solutions.lesson06.wrong.ForgetsZ;
import upsampling.solutions.lesson06.wrong.GlobalScale;
import upsampling.solutions.lesson06.wrong.GradientCountsOneSide;
import upsampling.solutions.lesson06.wrong.GradientForgetsHalf;
import upsampling.solutions.lesson06.wrong.GradientForgetsSquare;
import upsampling.solutions.lesson06.wrong.GradientPerPhase;
import upsampling.solutions.lesson06.wrong.GradientStep;
import upsampling.solutions.lesson06.wrong.GradientTransposesPhases;
import upsampling.solutions.lesson06.wrong.GrowsOutwards;
import upsampling.solutions.lesson06.wrong.HoldAcceptsAnyStride;
import upsampling.solutions.lesson06.wrong.IgnoresEmptyPhases;
import upsampling.solutions.lesson06.wrong.IgnoresSigma;
import upsampling.solutions.lesson06.wrong.InsertsZeros;
import upsampling.solutions.lesson06.wrong.MeanInsteadOfSum;
import upsampling.solutions.lesson06.wrong.MiddleOnce;
import upsampling.solutions.lesson06.wrong.Multiplicative;
import upsampling.solutions.lesson06.wrong.MultipliesSigma;
import upsampling.solutions.lesson06.wrong.NoPadding;
import upsampling.solutions.lesson06.wrong.OneOneTooMany;
import upsampling.solutions.lesson06.wrong.OverwritesTaps;
import upsampling.solutions.lesson06.wrong.OwnTermOnly;
import upsampling.solutions.lesson06.wrong.PenaltyAcceptsAnyStride;
import upsampling.solutions.lesson06.wrong.PenaltyAssumesSquare;
import upsampling.solutions.lesson06.wrong.PointsDown;
import upsampling.solutions.lesson06.wrong.ProjectionAcceptsAnyStride;
import upsampling.solutions.lesson06.wrong.ProjectionAssumesSquare;
import upsampling.solutions.lesson06.wrong.ProjectionTransposesPhases;
import upsampling.solutions.lesson06.wrong.ReadsSigma;
import upsampling.solutions.lesson06.wrong.RelativeChange;
import upsampling.solutions.lesson06.wrong.RepeatsTaps;
import upsampling.solutions.lesson06.wrong.ReplicatesBorder;
import upsampling.solutions.lesson06.wrong.ReversesKernel;
import upsampling.solutions.lesson06.wrong.RootOfSum;
import upsampling.solutions.lesson06.wrong.RowPhasesOnly;
import upsampling.solutions.lesson06.wrong.RunningSum;
import upsampling.solutions.lesson06.wrong.SameLength;
import upsampling.solutions.lesson06.wrong.SharesGradient;
import upsampling.solutions.lesson06.wrong.ShrinksSides;
import upsampling.solutions.lesson06.wrong.SquaresTwo;
import upsampling.solutions.lesson06.wrong.StartsAtZero;
import upsampling.solutions.lesson06.wrong.SwapsChannels;
import upsampling.solutions.lesson06.wrong.TargetsOne;
import upsampling.solutions.lesson06.wrong.TargetsWeightMean;
import upsampling.solutions.lesson06.wrong.TargetsZero;
import upsampling.solutions.lesson06.wrong.TilesPicture;
import upsampling.solutions.lesson06.wrong.TransposesKernel;
import upsampling.solutions.lesson06.wrong.Undivided;
import upsampling.solutions.lesson06.wrong.Unnormalised;
import upsampling.solutions.lesson06.wrong.WeightVariance;
import upsampling.solutions.lesson06.wrong.WithRespectToSigma;
import upsampling.solutions.lesson06.wrong.WithRespectToVariance;
import upsampling.tasks.Repairs;

/// The solved lesson 6.
public final class Lesson06 {
    /// Wrong answers, the tasks one after the other.
    private static final List<Class<?>> WRONG = List.of(
        Density.class, BlurForgetsHalf.class, SquaresTwo.class, BlurForgetsSquare.class, Unnormalised.class, CountsOneSide.class,
        GrowsOutwards.class, StartsAtZero.class, IgnoresSigma.class, MultipliesSigma.class, AcceptsAnySigma.class, SameLength.class,
        RepeatsTaps.class, Averages.class, AlwaysTwoOnes.class, OneOneTooMany.class, OverwritesTaps.class, RunningSum.class,
        ReversesKernel.class, ClampsTaps.class, HoldAcceptsAnyStride.class, ConvFirst.class, InsertsZeros.class, FlipsKernel.class,
        TransposesKernel.class, NoPadding.class, FixedPadding.class, ReplicatesBorder.class, SwapsChannels.class, FirstInputChannel.class,
        DiagonalChannels.class, FirstImage.class, AlignsCorners.class, Asymmetric.class, Extrapolates.class, FadesOut.class, AlwaysNearest.class,
        AlwaysBilinear.class, TilesPicture.class, AlwaysScaleTwo.class, AcceptsAnyMode.class, AcceptsEvenKernel.class, ForgetsTwo.class,
        ComparesWithWeights.class, MeanInsteadOfSum.class, WeightVariance.class, AbsoluteDeviations.class, RootOfSum.class, RowPhasesOnly.class,
        ForgetsMean.class, GradientPerPhase.class, SharesGradient.class, PointsDown.class, OwnTermOnly.class, GradientTransposesPhases.class,
        IgnoresEmptyPhases.class, PenaltyAssumesSquare.class, PenaltyAcceptsAnyStride.class, Undivided.class, Multiplicative.class,
        GlobalScale.class, DividesByKernel.class, CountsWholeStrides.class, CountsLargestPhase.class, TargetsOne.class, TargetsZero.class,
        EvensOut.class, FirstTapOnly.class, GradientStep.class, TargetsWeightMean.class, AddsCorrection.class, ProjectionTransposesPhases.class,
        ProjectionAssumesSquare.class, AcceptsGaps.class, ProjectionAcceptsAnyStride.class, WithRespectToSigma.class,
        WithRespectToVariance.class, ForgetsNormalisation.class, ForgetsDivision.class, GradientForgetsSquare.class, GradientForgetsHalf.class,
        ReadsSigma.class, DecimalLogarithm.class, ShrinksSides.class, RelativeChange.class, GradientCountsOneSide.class, MiddleOnce.class,
        ForgetsZ.class);

    /// What the gate needs to know of it.
    public static final Solved SOLVED = new Solved(Repairs.class, List.of(Reference.class, Alternative.class), WRONG,
        List.of(BlursHiddenTest.class, ResizeConvHiddenTest.class, BalanceHiddenTest.class));

    private Lesson06() { }
}
