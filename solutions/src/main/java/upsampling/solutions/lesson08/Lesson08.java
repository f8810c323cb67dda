package upsampling.solutions.lesson08;

import java.util.List;

import upsampling.solutions.Solved;
import upsampling.solutions.lesson08.wrong.AbsoluteRemainder;
import upsampling.solutions.lesson08.wrong.AbsoluteValues;
import upsampling.solutions.lesson08.wrong.AbsoluteWeights;
import upsampling.solutions.lesson08.wrong.AcceptsAnyFan;
import upsampling.solutions.lesson08.wrong.AcceptsAnyLength;
import upsampling.solutions.lesson08.wrong.AcceptsAnyVariance;
import upsampling.solutions.lesson08.wrong.AcceptsFiveSizes;
import upsampling.solutions.lesson08.wrong.AcceptsIndivisible;
import upsampling.solutions.lesson08.wrong.AcceptsNoChannels;
import upsampling.solutions.lesson08.wrong.AcceptsZero;
import upsampling.solutions.lesson08.wrong.AddsAxes;
import upsampling.solutions.lesson08.wrong.AddsSides;
import upsampling.solutions.lesson08.wrong.AfterRelu;
import upsampling.solutions.lesson08.wrong.AlwaysTheInput;
import upsampling.solutions.lesson08.wrong.AreaOnce;
import upsampling.solutions.lesson08.wrong.AssumesSquareKernel;
import upsampling.solutions.lesson08.wrong.CastsSeed;
import upsampling.solutions.lesson08.wrong.CountsSpan;
import upsampling.solutions.lesson08.wrong.CropsKernel;
import upsampling.solutions.lesson08.wrong.DividesOnce;
import upsampling.solutions.lesson08.wrong.DrawsForAnyFan;
import upsampling.solutions.lesson08.wrong.DropsEmptyPhases;
import upsampling.solutions.lesson08.wrong.DropsNegative;
import upsampling.solutions.lesson08.wrong.FanNotRooted;
import upsampling.solutions.lesson08.wrong.FanOfShape;
import upsampling.solutions.lesson08.wrong.FanOutOfFanIn;
import upsampling.solutions.lesson08.wrong.FirstChannelOnly;
import upsampling.solutions.lesson08.wrong.FirstImageOnly;
import upsampling.solutions.lesson08.wrong.ForgetsArea;
import upsampling.solutions.lesson08.wrong.ForgetsGain;
import upsampling.solutions.lesson08.wrong.ForgetsRelu;
import upsampling.solutions.lesson08.wrong.GainNotRooted;
import upsampling.solutions.lesson08.wrong.IgnoresChannels;
import upsampling.solutions.lesson08.wrong.IgnoresDilation;
import upsampling.solutions.lesson08.wrong.IgnoresGroups;
import upsampling.solutions.lesson08.wrong.IgnoresPadding;
import upsampling.solutions.lesson08.wrong.IgnoresSeed;
import upsampling.solutions.lesson08.wrong.IgnoresSlope;
import upsampling.solutions.lesson08.wrong.IgnoresStride;
import upsampling.solutions.lesson08.wrong.IgnoresVariance;
import upsampling.solutions.lesson08.wrong.IncludesInput;
import upsampling.solutions.lesson08.wrong.LargestEverywhere;
import upsampling.solutions.lesson08.wrong.LastOnly;
import upsampling.solutions.lesson08.wrong.LetsNanPass;
import upsampling.solutions.lesson08.wrong.MeanOfPhases;
import upsampling.solutions.lesson08.wrong.MinusSlope;
import upsampling.solutions.lesson08.wrong.MostCovered;
import upsampling.solutions.lesson08.wrong.MovesTheOtherWay;
import upsampling.solutions.lesson08.wrong.MultipliesGroups;
import upsampling.solutions.lesson08.wrong.NewGeneratorEachTime;
import upsampling.solutions.lesson08.wrong.OneAxisOnly;
import upsampling.solutions.lesson08.wrong.OneAxisVariance;
import upsampling.solutions.lesson08.wrong.OnePerKernel;
import upsampling.solutions.lesson08.wrong.OnlyPositive;
import upsampling.solutions.lesson08.wrong.OverflowingFans;
import upsampling.solutions.lesson08.wrong.OverflowingProducts;
import upsampling.solutions.lesson08.wrong.PerImage;
import upsampling.solutions.lesson08.wrong.PerInputCell;
import upsampling.solutions.lesson08.wrong.PhasesOfNoChannels;
import upsampling.solutions.lesson08.wrong.RelativeVariance;
import upsampling.solutions.lesson08.wrong.ReluFirst;
import upsampling.solutions.lesson08.wrong.RepeatsFilter;
import upsampling.solutions.lesson08.wrong.ReturnsVariance;
import upsampling.solutions.lesson08.wrong.SampleVariance;
import upsampling.solutions.lesson08.wrong.SlopeNotSquared;
import upsampling.solutions.lesson08.wrong.SlopeOutsideRoot;
import upsampling.solutions.lesson08.wrong.StackIgnoresDilation;
import upsampling.solutions.lesson08.wrong.StackIgnoresPadding;
import upsampling.solutions.lesson08.wrong.StandardDeviation;
import upsampling.solutions.lesson08.wrong.SubtractsMean;
import upsampling.solutions.lesson08.wrong.SumsSquares;
import upsampling.solutions.lesson08.wrong.SwappedFans;
import upsampling.solutions.lesson08.wrong.SwapsChannels;
import upsampling.solutions.lesson08.wrong.TakesRoot;
import upsampling.solutions.lesson08.wrong.TensorFlowLayout;
import upsampling.solutions.lesson08.wrong.TruncatedNormal;
import upsampling.solutions.lesson08.wrong.TruncatesFan;
import upsampling.solutions.lesson08.wrong.TruncatesMean;
import upsampling.solutions.lesson08.wrong.TruncatesRatio;
import upsampling.solutions.lesson08.wrong.UniformBetweenStd;
import upsampling.solutions.lesson08.wrong.UniformBound;
import upsampling.solutions.lesson08.wrong.UniformWeights;
import upsampling.solutions.lesson08.wrong.VarianceAsStd;
import upsampling.solutions.lesson08.wrong.WithoutGain;
import upsampling.tasks.Initialisation;

/// The solved lesson 8.
public final class Lesson08 {
    /// Wrong answers, the tasks one after the other.
    private static final List<Class<?>> WRONG = List.of(
        SwappedFans.class, ForgetsArea.class, AreaOnce.class, AddsSides.class, AssumesSquareKernel.class, OverflowingFans.class,
        FanOutOfFanIn.class, TensorFlowLayout.class, AcceptsAnyLength.class, AcceptsZero.class, ReturnsVariance.class, IgnoresSlope.class,
        SlopeNotSquared.class, FanNotRooted.class, GainNotRooted.class, ForgetsGain.class, UniformBound.class, MinusSlope.class,
        SlopeOutsideRoot.class, TruncatesFan.class, AcceptsAnyFan.class, LetsNanPass.class, IgnoresStride.class, DividesOnce.class,
        OneAxisOnly.class, IgnoresGroups.class, MultipliesGroups.class, TruncatesMean.class, TruncatesRatio.class, MostCovered.class,
        CropsKernel.class, CountsSpan.class, OverflowingProducts.class, AcceptsIndivisible.class, AcceptsNoChannels.class, MeanOfPhases.class,
        IgnoresPadding.class, OneAxisVariance.class, AddsAxes.class, MovesTheOtherWay.class, DropsNegative.class, AbsoluteRemainder.class,
        IgnoresDilation.class, LargestEverywhere.class, IgnoresChannels.class, IgnoresVariance.class, StandardDeviation.class,
        RelativeVariance.class, DropsEmptyPhases.class, PhasesOfNoChannels.class, AcceptsAnyVariance.class, UniformWeights.class,
        VarianceAsStd.class, IgnoresSeed.class, CastsSeed.class, WithoutGain.class, FanOfShape.class, UniformBetweenStd.class, OnlyPositive.class,
        AbsoluteWeights.class, TruncatedNormal.class, OnePerKernel.class, RepeatsFilter.class, NewGeneratorEachTime.class, SwapsChannels.class,
        AcceptsFiveSizes.class, DrawsForAnyFan.class, AfterRelu.class, SubtractsMean.class, ForgetsRelu.class, ReluFirst.class,
        AbsoluteValues.class, SumsSquares.class, TakesRoot.class, SampleVariance.class, PerInputCell.class, FirstImageOnly.class,
        FirstChannelOnly.class, PerImage.class, AlwaysTheInput.class, IncludesInput.class, LastOnly.class, StackIgnoresPadding.class,
        StackIgnoresDilation.class);

    /// What the gate needs to know of it.
    public static final Solved SOLVED = new Solved(Initialisation.class, List.of(Reference.class, Alternative.class), WRONG,
        List.of(FansHiddenTest.class, InitialisationHiddenTest.class));

    private Lesson08() { }
}
