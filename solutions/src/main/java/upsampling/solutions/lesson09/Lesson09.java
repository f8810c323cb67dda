package upsampling.solutions.lesson09;

import java.util.List;

import upsampling.solutions.Solved;
import upsampling.solutions.lesson09.wrong.AbsoluteError;
import upsampling.solutions.lesson09.wrong.AcceptsAnyFactor;
import upsampling.solutions.lesson09.wrong.AcceptsAnyScale;
import upsampling.solutions.lesson09.wrong.AcceptsAnyStride;
import upsampling.solutions.lesson09.wrong.AcceptsEvenTaps;
import upsampling.solutions.lesson09.wrong.AcceptsNothing;
import upsampling.solutions.lesson09.wrong.AcceptsSmallPicture;
import upsampling.solutions.lesson09.wrong.AcceptsZeroSignal;
import upsampling.solutions.lesson09.wrong.AddsAxes;
import upsampling.solutions.lesson09.wrong.AlwaysTwo;
import upsampling.solutions.lesson09.wrong.Amplitude;
import upsampling.solutions.lesson09.wrong.AssumesSquarePicture;
import upsampling.solutions.lesson09.wrong.AssumesSquareRing;
import upsampling.solutions.lesson09.wrong.BaseShare;
import upsampling.solutions.lesson09.wrong.CentreOfMass;
import upsampling.solutions.lesson09.wrong.CircularPadding;
import upsampling.solutions.lesson09.wrong.ColumnFirst;
import upsampling.solutions.lesson09.wrong.CosinesOnly;
import upsampling.solutions.lesson09.wrong.CountsBoundary;
import upsampling.solutions.lesson09.wrong.CutsHalf;
import upsampling.solutions.lesson09.wrong.CutsTail;
import upsampling.solutions.lesson09.wrong.DividesByBeta;
import upsampling.solutions.lesson09.wrong.DividesByInput;
import upsampling.solutions.lesson09.wrong.DividesByMaximum;
import upsampling.solutions.lesson09.wrong.DividesByOtherWay;
import upsampling.solutions.lesson09.wrong.DoesNotNormalise;
import upsampling.solutions.lesson09.wrong.DropsAtBorder;
import upsampling.solutions.lesson09.wrong.DropsConstant;
import upsampling.solutions.lesson09.wrong.DropsFastest;
import upsampling.solutions.lesson09.wrong.DropsLastCell;
import upsampling.solutions.lesson09.wrong.DropsMean;
import upsampling.solutions.lesson09.wrong.EdgePadding;
import upsampling.solutions.lesson09.wrong.FlipsTaps;
import upsampling.solutions.lesson09.wrong.ForgetsScale;
import upsampling.solutions.lesson09.wrong.HardArgmax;
import upsampling.solutions.lesson09.wrong.IgnoresBeta;
import upsampling.solutions.lesson09.wrong.IgnoresKernel;
import upsampling.solutions.lesson09.wrong.IgnoresSign;
import upsampling.solutions.lesson09.wrong.InsertsZerosOnly;
import upsampling.solutions.lesson09.wrong.KeepsOddCells;
import upsampling.solutions.lesson09.wrong.LinearInterpolation;
import upsampling.solutions.lesson09.wrong.LosesTail;
import upsampling.solutions.lesson09.wrong.MarginalsFirst;
import upsampling.solutions.lesson09.wrong.MirrorsAtBorder;
import upsampling.solutions.lesson09.wrong.NormalisedPlaces;
import upsampling.solutions.lesson09.wrong.NormalisesTaps;
import upsampling.solutions.lesson09.wrong.OneBased;
import upsampling.solutions.lesson09.wrong.OneSided;
import upsampling.solutions.lesson09.wrong.OppositeDirection;
import upsampling.solutions.lesson09.wrong.OverBase;
import upsampling.solutions.lesson09.wrong.Overflows;
import upsampling.solutions.lesson09.wrong.OverwritesStamps;
import upsampling.solutions.lesson09.wrong.PadsWithZeros;
import upsampling.solutions.lesson09.wrong.QuarterBand;
import upsampling.solutions.lesson09.wrong.RealPartOnly;
import upsampling.solutions.lesson09.wrong.RepeatsEdge;
import upsampling.solutions.lesson09.wrong.ReplacesStamps;
import upsampling.solutions.lesson09.wrong.RollsFlat;
import upsampling.solutions.lesson09.wrong.RoundsShift;
import upsampling.solutions.lesson09.wrong.RowsOnly;
import upsampling.solutions.lesson09.wrong.ShiftsLinearly;
import upsampling.solutions.lesson09.wrong.ShiftsOutputByDelta;
import upsampling.solutions.lesson09.wrong.ShiftsWholeSignals;
import upsampling.solutions.lesson09.wrong.SquaredError;
import upsampling.solutions.lesson09.wrong.StartsAtTapZero;
import upsampling.solutions.lesson09.wrong.SubsamplesFirst;
import upsampling.solutions.lesson09.wrong.SubtractsMinimum;
import upsampling.solutions.lesson09.wrong.SumOfMagnitudes;
import upsampling.solutions.lesson09.wrong.SumsMagnitudes;
import upsampling.solutions.lesson09.wrong.SwapsAxes;
import upsampling.solutions.lesson09.wrong.SwapsShifts;
import upsampling.solutions.lesson09.wrong.SymmetricPadding;
import upsampling.solutions.lesson09.wrong.TakesMagnitude;
import upsampling.solutions.lesson09.wrong.UnsignedBins;
import upsampling.solutions.lesson09.wrong.UnsignedFrequencies;
import upsampling.solutions.lesson09.wrong.WrapsOnce;
import upsampling.solutions.lesson09.wrong.WrongSign;
import upsampling.solutions.lesson09.wrong.ZeroPadding;
import upsampling.tasks.Shifting;

/// The solved lesson 9.
public final class Lesson09 {
    /// Wrong answers, the tasks one after the other.
    private static final List<Class<?>> WRONG = List.of(
        OppositeDirection.class, DropsAtBorder.class, SwapsAxes.class, IgnoresSign.class, WrapsOnce.class, MirrorsAtBorder.class, RollsFlat.class,
        RepeatsEdge.class, AssumesSquareRing.class, Overflows.class, ColumnFirst.class, HardArgmax.class, IgnoresBeta.class, DividesByBeta.class,
        OneBased.class, CentreOfMass.class, DoesNotNormalise.class, DividesByMaximum.class, SubtractsMinimum.class, NormalisedPlaces.class,
        MarginalsFirst.class, ZeroPadding.class, EdgePadding.class, SymmetricPadding.class, CircularPadding.class, SubsamplesFirst.class,
        FlipsTaps.class, NormalisesTaps.class, RowsOnly.class, KeepsOddCells.class, DropsLastCell.class, AssumesSquarePicture.class,
        StartsAtTapZero.class, AddsAxes.class, AcceptsEvenTaps.class, AcceptsAnyStride.class, AcceptsSmallPicture.class, UnsignedFrequencies.class,
        WrongSign.class, LinearInterpolation.class, DropsFastest.class, TakesMagnitude.class, ForgetsScale.class, DropsMean.class,
        RoundsShift.class, ShiftsWholeSignals.class, RealPartOnly.class, CutsHalf.class, PadsWithZeros.class, ShiftsOutputByDelta.class,
        AbsoluteError.class, SquaredError.class, DividesByInput.class, DividesByOtherWay.class, LosesTail.class, ShiftsLinearly.class,
        IgnoresKernel.class, AlwaysTwo.class, SumOfMagnitudes.class, SwapsShifts.class, OverwritesStamps.class, AcceptsAnyFactor.class,
        AcceptsZeroSignal.class, OneSided.class, Amplitude.class, DropsConstant.class, SumsMagnitudes.class, CountsBoundary.class, BaseShare.class,
        UnsignedBins.class, OverBase.class, InsertsZerosOnly.class, CutsTail.class, CosinesOnly.class, QuarterBand.class, ReplacesStamps.class,
        AcceptsAnyScale.class, AcceptsNothing.class);

    /// What the gate needs to know of it.
    public static final Solved SOLVED = new Solved(Shifting.class, List.of(Reference.class, Alternative.class), WRONG,
        List.of(ShiftingHiddenTest.class, SignalsHiddenTest.class));

    private Lesson09() { }
}
