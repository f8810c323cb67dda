package upsampling.solutions.lesson02;

import java.util.List;

import upsampling.solutions.Solved;
import upsampling.solutions.lesson02.wrong.AcceptsAnyAlignment;
import upsampling.solutions.lesson02.wrong.AddsToFirstPlane;
import upsampling.solutions.lesson02.wrong.AlwaysHalfPixel;
import upsampling.solutions.lesson02.wrong.AssumesUnitSquare;
import upsampling.solutions.lesson02.wrong.Asymmetric;
import upsampling.solutions.lesson02.wrong.AveragesGradients;
import upsampling.solutions.lesson02.wrong.AveragesWhenShrinking;
import upsampling.solutions.lesson02.wrong.CornersOfCells;
import upsampling.solutions.lesson02.wrong.DividesByZero;
import upsampling.solutions.lesson02.wrong.DividesFirst;
import upsampling.solutions.lesson02.wrong.Extrapolates;
import upsampling.solutions.lesson02.wrong.FarWeights;
import upsampling.solutions.lesson02.wrong.FlipsY;
import upsampling.solutions.lesson02.wrong.FloorsSource;
import upsampling.solutions.lesson02.wrong.ForgetsOrigin;
import upsampling.solutions.lesson02.wrong.GradientIgnoresAlignment;
import upsampling.solutions.lesson02.wrong.GradientLosesEdgeWeight;
import upsampling.solutions.lesson02.wrong.IgnoresExact;
import upsampling.solutions.lesson02.wrong.IndexOverflows;
import upsampling.solutions.lesson02.wrong.IndexUsesCorners;
import upsampling.solutions.lesson02.wrong.IntegerDivision;
import upsampling.solutions.lesson02.wrong.KeysAlways;
import upsampling.solutions.lesson02.wrong.LeftCellOnly;
import upsampling.solutions.lesson02.wrong.MatrixIgnoresAlignment;
import upsampling.solutions.lesson02.wrong.MatrixLosesEdgeWeight;
import upsampling.solutions.lesson02.wrong.NoClamp;
import upsampling.solutions.lesson02.wrong.OnePolynomial;
import upsampling.solutions.lesson02.wrong.Overwrites;
import upsampling.solutions.lesson02.wrong.PictureIgnoresAlignment;
import upsampling.solutions.lesson02.wrong.PlaneOfPicture;
import upsampling.solutions.lesson02.wrong.PlaneThroughThree;
import upsampling.solutions.lesson02.wrong.PytorchAlways;
import upsampling.solutions.lesson02.wrong.ResizesFirstPlane;
import upsampling.solutions.lesson02.wrong.ResizesGradient;
import upsampling.solutions.lesson02.wrong.ReversedTaps;
import upsampling.solutions.lesson02.wrong.Rounds;
import upsampling.solutions.lesson02.wrong.SignedDistance;
import upsampling.solutions.lesson02.wrong.SwapsAxes;
import upsampling.solutions.lesson02.wrong.SwapsCorners;
import upsampling.solutions.lesson02.wrong.SwapsRatios;
import upsampling.solutions.lesson02.wrong.SwapsWeights;
import upsampling.solutions.lesson02.wrong.TapsFromZero;
import upsampling.solutions.lesson02.wrong.Transposes;
import upsampling.solutions.lesson02.wrong.TwoTaps;
import upsampling.solutions.lesson02.wrong.ZeroOutside;
import upsampling.tasks.Resizing;

/// The solved lesson 2.
public final class Lesson02 {
    /// Wrong answers, the tasks one after the other.
    private static final List<Class<?>> WRONG = List.of(
        Rounds.class, AlwaysHalfPixel.class, IgnoresExact.class, FloorsSource.class, DividesFirst.class, IndexUsesCorners.class,
        IndexOverflows.class, SwapsCorners.class, FarWeights.class, PlaneThroughThree.class, AssumesUnitSquare.class, ForgetsOrigin.class,
        FlipsY.class, KeysAlways.class, PytorchAlways.class, ReversedTaps.class, TwoTaps.class, OnePolynomial.class, SignedDistance.class,
        TapsFromZero.class, NoClamp.class, Asymmetric.class, MatrixLosesEdgeWeight.class, MatrixIgnoresAlignment.class,
        CornersOfCells.class, DividesByZero.class, IntegerDivision.class, Transposes.class, SwapsWeights.class, AcceptsAnyAlignment.class,
        SwapsAxes.class, SwapsRatios.class, PictureIgnoresAlignment.class, Extrapolates.class, ZeroOutside.class, PlaneOfPicture.class,
        AveragesWhenShrinking.class, ResizesFirstPlane.class, ResizesGradient.class, AveragesGradients.class, Overwrites.class,
        GradientIgnoresAlignment.class, LeftCellOnly.class, GradientLosesEdgeWeight.class, AddsToFirstPlane.class);

    /// What the gate needs to know of it.
    public static final Solved SOLVED = new Solved(Resizing.class, List.of(Reference.class, Alternative.class), WRONG,
        List.of(WeightsHiddenTest.class, ResizingHiddenTest.class));

    private Lesson02() { }
}
