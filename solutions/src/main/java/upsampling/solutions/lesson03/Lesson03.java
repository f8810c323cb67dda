package upsampling.solutions.lesson03;

import java.util.List;

import upsampling.solutions.Solved;
import upsampling.solutions.lesson03.wrong.AbsoluteGap;
import upsampling.solutions.lesson03.wrong.BiasPerTap;
import upsampling.solutions.lesson03.wrong.ChannelsLast;
import upsampling.solutions.lesson03.wrong.ColumnByColumn;
import upsampling.solutions.lesson03.wrong.ConvFirstChannelOnly;
import upsampling.solutions.lesson03.wrong.ConvFirstImageOnly;
import upsampling.solutions.lesson03.wrong.ConvFlipsKernel;
import upsampling.solutions.lesson03.wrong.ConvIgnoresDilation;
import upsampling.solutions.lesson03.wrong.ConvIgnoresPadding;
import upsampling.solutions.lesson03.wrong.ConvIgnoresStride;
import upsampling.solutions.lesson03.wrong.ConvRepeatsBorder;
import upsampling.solutions.lesson03.wrong.ConvSquareOutput;
import upsampling.solutions.lesson03.wrong.ConvSwapsChannels;
import upsampling.solutions.lesson03.wrong.ConvTransposesKernel;
import upsampling.solutions.lesson03.wrong.CountsGaps;
import upsampling.solutions.lesson03.wrong.DividesByBackward;
import upsampling.solutions.lesson03.wrong.DividesByInner;
import upsampling.solutions.lesson03.wrong.DividesByX;
import upsampling.solutions.lesson03.wrong.DotIsCosine;
import upsampling.solutions.lesson03.wrong.FirstLength;
import upsampling.solutions.lesson03.wrong.FlipsStamp;
import upsampling.solutions.lesson03.wrong.FloatProduct;
import upsampling.solutions.lesson03.wrong.FloatSum;
import upsampling.solutions.lesson03.wrong.FoldAssigns;
import upsampling.solutions.lesson03.wrong.FoldAverages;
import upsampling.solutions.lesson03.wrong.FoldFirstImageOnly;
import upsampling.solutions.lesson03.wrong.FoldIgnoresDilation;
import upsampling.solutions.lesson03.wrong.FoldIgnoresPadding;
import upsampling.solutions.lesson03.wrong.FoldIgnoresStride;
import upsampling.solutions.lesson03.wrong.FoldTransposesKernel;
import upsampling.solutions.lesson03.wrong.FoldWrapsAround;
import upsampling.solutions.lesson03.wrong.ForgetsY;
import upsampling.solutions.lesson03.wrong.GroupsOfOneChannel;
import upsampling.solutions.lesson03.wrong.IgnoresBias;
import upsampling.solutions.lesson03.wrong.IgnoresGroups;
import upsampling.solutions.lesson03.wrong.InterleavesGroups;
import upsampling.solutions.lesson03.wrong.MatrixColumnMajor;
import upsampling.solutions.lesson03.wrong.MatrixFlipped;
import upsampling.solutions.lesson03.wrong.MatrixHeightForWidth;
import upsampling.solutions.lesson03.wrong.MatrixIgnoresDilation;
import upsampling.solutions.lesson03.wrong.MatrixIgnoresPadding;
import upsampling.solutions.lesson03.wrong.MatrixIgnoresStride;
import upsampling.solutions.lesson03.wrong.MatrixInputColumnMajor;
import upsampling.solutions.lesson03.wrong.MatrixRepeatsBorder;
import upsampling.solutions.lesson03.wrong.MatrixTransposed;
import upsampling.solutions.lesson03.wrong.MatrixTransposesKernel;
import upsampling.solutions.lesson03.wrong.MatrixWholeWindowsOnly;
import upsampling.solutions.lesson03.wrong.MatrixWrapsAround;
import upsampling.solutions.lesson03.wrong.MovesToBorder;
import upsampling.solutions.lesson03.wrong.ScatterAssigns;
import upsampling.solutions.lesson03.wrong.ScatterAverages;
import upsampling.solutions.lesson03.wrong.ScatterFirstChannelOnly;
import upsampling.solutions.lesson03.wrong.ScatterFirstImageOnly;
import upsampling.solutions.lesson03.wrong.ScatterIgnoresStride;
import upsampling.solutions.lesson03.wrong.ScatterSquareOutput;
import upsampling.solutions.lesson03.wrong.ScatterSwapsChannels;
import upsampling.solutions.lesson03.wrong.ShorterLength;
import upsampling.solutions.lesson03.wrong.SignedGap;
import upsampling.solutions.lesson03.wrong.SizeTimesStride;
import upsampling.solutions.lesson03.wrong.SquaredNorms;
import upsampling.solutions.lesson03.wrong.SumsFirst;
import upsampling.solutions.lesson03.wrong.SwapsPlacement;
import upsampling.solutions.lesson03.wrong.TransposesBackward;
import upsampling.solutions.lesson03.wrong.TransposesStamp;
import upsampling.tasks.ConvolutionMatrix;

/// The solved lesson 3.
public final class Lesson03 {
    /// Wrong answers, the tasks one after the other.
    private static final List<Class<?>> WRONG = List.of(
        FloatSum.class, FloatProduct.class, ShorterLength.class, FirstLength.class, SumsFirst.class, DotIsCosine.class, AbsoluteGap.class,
        SignedGap.class, DividesByX.class, DividesByBackward.class, SquaredNorms.class, DividesByInner.class, ForgetsY.class,
        TransposesBackward.class, ConvFlipsKernel.class, ConvTransposesKernel.class, ConvIgnoresStride.class, ConvIgnoresPadding.class,
        ConvRepeatsBorder.class, ConvIgnoresDilation.class, IgnoresGroups.class, InterleavesGroups.class, GroupsOfOneChannel.class, IgnoresBias.class,
        BiasPerTap.class, ConvFirstChannelOnly.class, ConvFirstImageOnly.class, ConvSwapsChannels.class, ConvSquareOutput.class,
        MatrixTransposed.class, MatrixColumnMajor.class, MatrixInputColumnMajor.class, MatrixHeightForWidth.class, MatrixFlipped.class,
        MatrixTransposesKernel.class, MatrixIgnoresStride.class, MatrixIgnoresPadding.class, MatrixIgnoresDilation.class,
        MatrixWrapsAround.class, MatrixRepeatsBorder.class, MatrixWholeWindowsOnly.class, ScatterAssigns.class, ScatterAverages.class,
        FlipsStamp.class, TransposesStamp.class, SwapsPlacement.class, ScatterSwapsChannels.class, ScatterFirstChannelOnly.class,
        ScatterFirstImageOnly.class, ScatterIgnoresStride.class, CountsGaps.class, SizeTimesStride.class, ScatterSquareOutput.class,
        FoldAssigns.class, FoldAverages.class, ChannelsLast.class, FoldTransposesKernel.class, ColumnByColumn.class,
        FoldIgnoresPadding.class, FoldIgnoresStride.class, FoldIgnoresDilation.class, MovesToBorder.class, FoldWrapsAround.class,
        FoldFirstImageOnly.class);

    /// What the gate needs to know of it.
    public static final Solved SOLVED = new Solved(ConvolutionMatrix.class, List.of(Reference.class, Alternative.class), WRONG,
        List.of(MatrixHiddenTest.class, ConvolutionHiddenTest.class));

    private Lesson03() { }
}
