package upsampling.show;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// The measured numbers of the palette, as the rules for looks state them.
class PaletteTest {
    private static final Ink[] ROLES = {Ink.INPUT, Ink.KERNEL, Ink.OUTPUT, Ink.ACCENT, Ink.WRONG};

    @ParameterizedTest
    @EnumSource(Ink.class)
    void deepTonesAndTextCanBeRead(Ink ink) {
        assertTrue(Ink.contrast(ink.deep, Ink.PAPER) >= 4.5, ink + " on paper");
        assertTrue(Ink.contrast(Ink.TEXT, ink.tint) >= 4.5, "text on the tint of " + ink);
        assertTrue(Ink.contrast(Ink.on(ink.fill), ink.fill) >= 4.58, "number on " + ink);
    }

    @ParameterizedTest
    @CsvSource({"INPUT, 5.8, 6.0", "KERNEL, 5.1, 11.1", "OUTPUT, 8.5, 7.1", "ACCENT, 11.6, 11.9", "WRONG, 6.7, 5.5", "PLAIN, 7.1, 5.6"})
    void contrastsAreThoseMeasured(Ink ink, double deepOnPaper, double numberOnFill) {
        assertEquals(deepOnPaper, Ink.contrast(ink.deep, Ink.PAPER), 0.05);
        assertEquals(numberOnFill, Ink.contrast(Ink.on(ink.fill), ink.fill), 0.05);
    }

    @Test
    void textQuietTextAndControlsHaveTheirContrast() {
        assertEquals(14.8, Ink.contrast(Ink.TEXT, Ink.PAPER), 0.05);
        assertEquals(5.6, Ink.contrast(Ink.QUIET, Ink.PAPER), 0.05);
        assertTrue(Ink.contrast(Ink.PLAIN.fill, Color.WHITE) >= 3, "the frame of a button");
        assertTrue(Ink.contrast(Ink.ACCENT.fill, Ink.PAPER) >= 3, "the slider");
        assertTrue(Ink.contrast(Ink.QUIET, new Color(0xEEF0F3)) >= 4.5, "quiet text on code");
    }

    @Test
    void contrastIsThatOfTheGuidelines() {
        assertEquals(21, Ink.contrast(Color.BLACK, Color.WHITE), 1e-12);
        assertEquals(4.54, Ink.contrast(new Color(0x767676), Color.WHITE), 0.005); // the well-known lightest grey for text
    }

    @ParameterizedTest
    @CsvSource({"NORMAL, 20.6", "PROTANOPIA, 14.4", "DEUTERANOPIA, 14.7", "TRITANOPIA, 16.6"})
    void fillsStayApartForEveryKindOfEyes(Vision eyes, double least) {
        double found = Double.MAX_VALUE;
        for (int i = 0; i < ROLES.length; i++) {
            for (int j = i + 1; j < ROLES.length; j++) found = Math.min(found, eyes.distance(ROLES[i].fill, ROLES[j].fill));
        }
        assertEquals(least, found, 0.05);
    }

    @ParameterizedTest
    @CsvSource({"GREY, 4.0, 4.5", "INPUT, 3.6, 4.1", "KERNEL, 3.3, 3.8", "OUTPUT, 3.7, 4.1", "ACCENT, 3.9, 4.3", "SIGNED, 6.9, 8.6"})
    void equalStepsOfARampLookEqual(String name, double least, double most) {
        Ramp ramp = ramp(name);
        double smallest = Double.MAX_VALUE;
        double largest = 0;
        for (int i = 0; i < 16; i++) {
            double step = Vision.NORMAL.distance(ramp.at(i / 16.0), ramp.at((i + 1) / 16.0));
            smallest = Math.min(smallest, step);
            largest = Math.max(largest, step);
        }
        assertEquals(least, smallest, 0.05);
        assertEquals(most, largest, 0.05);
    }

    @ParameterizedTest
    @CsvSource({"GREY", "INPUT", "KERNEL", "OUTPUT", "ACCENT", "SIGNED"})
    void aNumberCanBeReadOnEveryPlaceOfARamp(String name) {
        for (int i = 0; i < 256; i++) {
            Color color = ramp(name).at(i / 255.0);
            assertTrue(Ink.contrast(color, Ink.on(color)) >= 4.58, name + " at " + i);
        }
    }

    @Test
    void blackOrWhiteCanBeReadOnAnyColour() {
        Random random = new Random(3);
        for (int i = 0; i < 10_000; i++) {
            Color color = new Color(random.nextInt(1 << 24));
            assertTrue(Ink.contrast(color, Ink.on(color)) >= 4.58, Ink.hex(color));
        }
    }

    @Test
    void darkerIsMoreAndZeroOfTheSignedRampIsPaper() {
        for (String name : new String[] {"GREY", "INPUT", "KERNEL", "OUTPUT", "ACCENT"}) {
            for (int i = 1; i < 256; i++) {
                double before = Vision.oklab(Vision.linear(ramp(name).at((i - 1) / 255.0)))[0];
                assertTrue(Vision.oklab(Vision.linear(ramp(name).at(i / 255.0)))[0] <= before + 0.003, name + " at " + i);
            }
        }
        assertTrue(Vision.NORMAL.distance(Ramp.SIGNED.at(0.5), Ink.PAPER) < 2.5);
    }

    private static Ramp ramp(String name) {
        return name.equals("SIGNED") ? Ramp.SIGNED : name.equals("GREY") ? Ramp.GREY : Ramp.of(Ink.valueOf(name));
    }
}
