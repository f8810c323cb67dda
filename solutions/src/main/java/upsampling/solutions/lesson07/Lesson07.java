package upsampling.solutions.lesson07;

import java.util.List;

import upsampling.solutions.Solved;
import upsampling.solutions.lesson07.wrong.AcceptsAnyOrder;
import upsampling.solutions.lesson07.wrong.AcceptsRectangle;
import upsampling.solutions.lesson07.wrong.AlwaysDcr;
import upsampling.solutions.lesson07.wrong.BiasAcceptsNegative;
import upsampling.solutions.lesson07.wrong.BiasChecksFactor;
import upsampling.solutions.lesson07.wrong.BiasDropsRest;
import upsampling.solutions.lesson07.wrong.ContiguousBlocks;
import upsampling.solutions.lesson07.wrong.CopiesFirstPhase;
import upsampling.solutions.lesson07.wrong.CopiesInputs;
import upsampling.solutions.lesson07.wrong.CopiesPerAxis;
import upsampling.solutions.lesson07.wrong.CountsByFactor;
import upsampling.solutions.lesson07.wrong.DcrGrouping;
import upsampling.solutions.lesson07.wrong.DefaultsSwapped;
import upsampling.solutions.lesson07.wrong.DividesByFactor;
import upsampling.solutions.lesson07.wrong.EnlargesFilters;
import upsampling.solutions.lesson07.wrong.FilterScalesDown;
import upsampling.solutions.lesson07.wrong.FirstFilterForAll;
import upsampling.solutions.lesson07.wrong.FirstMeanForAll;
import upsampling.solutions.lesson07.wrong.FirstPhaseOnly;
import upsampling.solutions.lesson07.wrong.FlipsFilters;
import upsampling.solutions.lesson07.wrong.FlipsRowsOnly;
import upsampling.solutions.lesson07.wrong.GlobalMean;
import upsampling.solutions.lesson07.wrong.IcnrAcceptsNegative;
import upsampling.solutions.lesson07.wrong.KeepsChannels;
import upsampling.solutions.lesson07.wrong.KeepsMean;
import upsampling.solutions.lesson07.wrong.NeverResets;
import upsampling.solutions.lesson07.wrong.NoFlip;
import upsampling.solutions.lesson07.wrong.Normalises;
import upsampling.solutions.lesson07.wrong.OnlyFirstSubpixel;
import upsampling.solutions.lesson07.wrong.PermutesBackwards;
import upsampling.solutions.lesson07.wrong.Relative;
import upsampling.solutions.lesson07.wrong.RepeatsWeights;
import upsampling.solutions.lesson07.wrong.ReversedSign;
import upsampling.solutions.lesson07.wrong.RotatesFirst;
import upsampling.solutions.lesson07.wrong.RoundsUp;
import upsampling.solutions.lesson07.wrong.RowMeans;
import upsampling.solutions.lesson07.wrong.SameForBoth;
import upsampling.solutions.lesson07.wrong.ShuffleAssumesSquare;
import upsampling.solutions.lesson07.wrong.ShuffleChecksFactor;
import upsampling.solutions.lesson07.wrong.ShuffleDropsChannels;
import upsampling.solutions.lesson07.wrong.ShuffleForgetsSquare;
import upsampling.solutions.lesson07.wrong.ShufflePastesTiles;
import upsampling.solutions.lesson07.wrong.ShuffleReinterprets;
import upsampling.solutions.lesson07.wrong.ShuffleSwapsRowColumn;
import upsampling.solutions.lesson07.wrong.ShuffleTwoPerRow;
import upsampling.solutions.lesson07.wrong.ShuffleUpsideDown;
import upsampling.solutions.lesson07.wrong.ShufflesDcr;
import upsampling.solutions.lesson07.wrong.ShufflesFirstImage;
import upsampling.solutions.lesson07.wrong.SpaceAssumesSquare;
import upsampling.solutions.lesson07.wrong.SpaceChecksFactor;
import upsampling.solutions.lesson07.wrong.SpaceDropsChannels;
import upsampling.solutions.lesson07.wrong.SpacePastesTiles;
import upsampling.solutions.lesson07.wrong.SpaceSwapsRowColumn;
import upsampling.solutions.lesson07.wrong.SpacesFirstImage;
import upsampling.solutions.lesson07.wrong.SubpixelDcr;
import upsampling.solutions.lesson07.wrong.SubpixelDropsRest;
import upsampling.solutions.lesson07.wrong.SubtractsFirst;
import upsampling.solutions.lesson07.wrong.SwapsInDcr;
import upsampling.solutions.lesson07.wrong.SwapsSubpixels;
import upsampling.solutions.lesson07.wrong.TapsScaledDown;
import upsampling.solutions.lesson07.wrong.Tiles;
import upsampling.solutions.lesson07.wrong.TransposesTaps;
import upsampling.solutions.lesson07.wrong.UnshuffleAssumesSquare;
import upsampling.solutions.lesson07.wrong.UnshuffleChecksArea;
import upsampling.solutions.lesson07.wrong.UnshuffleChecksHeight;
import upsampling.solutions.lesson07.wrong.UnshuffleCutsTiles;
import upsampling.solutions.lesson07.wrong.UnshuffleDropsRest;
import upsampling.solutions.lesson07.wrong.UnshuffleForgetsSquare;
import upsampling.solutions.lesson07.wrong.UnshuffleReinterprets;
import upsampling.solutions.lesson07.wrong.UnshuffleSwapsRowColumn;
import upsampling.solutions.lesson07.wrong.UnshuffleTwoPerRow;
import upsampling.solutions.lesson07.wrong.UnshuffleUpsideDown;
import upsampling.solutions.lesson07.wrong.UnshufflesDcr;
import upsampling.solutions.lesson07.wrong.UnshufflesFirstImage;
import upsampling.tasks.SubPixels;

/// The solved lesson 7.
public final class Lesson07 {
    /// Wrong answers, the tasks one after the other.
    private static final List<Class<?>> WRONG = List.of(
        ShufflesDcr.class, ShuffleSwapsRowColumn.class, ShufflePastesTiles.class, ShuffleReinterprets.class, ShuffleForgetsSquare.class,
        ShuffleUpsideDown.class, ShuffleTwoPerRow.class, ShufflesFirstImage.class, ShuffleAssumesSquare.class, ShuffleDropsChannels.class,
        ShuffleChecksFactor.class, UnshufflesDcr.class, UnshuffleSwapsRowColumn.class, UnshuffleCutsTiles.class,
        UnshuffleReinterprets.class, CopiesFirstPhase.class, UnshuffleForgetsSquare.class, UnshuffleUpsideDown.class,
        UnshuffleTwoPerRow.class, UnshufflesFirstImage.class, UnshuffleAssumesSquare.class, UnshuffleDropsRest.class,
        UnshuffleChecksArea.class, UnshuffleChecksHeight.class, SameForBoth.class, AlwaysDcr.class, DefaultsSwapped.class,
        SpaceSwapsRowColumn.class, SwapsInDcr.class, CountsByFactor.class, PermutesBackwards.class, SpacePastesTiles.class,
        SpacesFirstImage.class, SpaceAssumesSquare.class, AcceptsAnyOrder.class, SpaceDropsChannels.class, SpaceChecksFactor.class,
        Tiles.class, FilterScalesDown.class, CopiesPerAxis.class, FirstFilterForAll.class, OnlyFirstSubpixel.class, FlipsFilters.class,
        RepeatsWeights.class, CopiesInputs.class, EnlargesFilters.class, IcnrAcceptsNegative.class, GlobalMean.class, DcrGrouping.class,
        KeepsMean.class, ReversedSign.class, DividesByFactor.class, Normalises.class, Relative.class, SubtractsFirst.class, RowMeans.class,
        FirstMeanForAll.class, NeverResets.class, BiasDropsRest.class, BiasChecksFactor.class, BiasAcceptsNegative.class, NoFlip.class,
        SwapsSubpixels.class, ContiguousBlocks.class, RotatesFirst.class, KeepsChannels.class, FlipsRowsOnly.class, TransposesTaps.class,
        SubpixelDcr.class, TapsScaledDown.class, FirstPhaseOnly.class, SubpixelDropsRest.class, AcceptsRectangle.class, RoundsUp.class);

    /// What the gate needs to know of it.
    public static final Solved SOLVED = new Solved(SubPixels.class, List.of(Reference.class, Alternative.class), WRONG,
        List.of(SubPixelsHiddenTest.class, SubPixelWeightsHiddenTest.class));

    private Lesson07() { }
}
