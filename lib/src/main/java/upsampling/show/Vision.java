package upsampling.show;

import java.awt.Color;

/// How a colour is seen: linear light, the OKLab space, and three colour-vision deficiencies.
///
/// Sources: Björn Ottosson, "A perceptual color space for image processing", 2020; Machado, Oliveira and Fernandes, "A physiologically-based
/// model for simulation of color vision deficiency", 2009, severity 1.0.
public enum Vision {
    NORMAL(new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}),
    PROTANOPIA(new double[][] {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}),
    DEUTERANOPIA(new double[][] {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}),
    TRITANOPIA(new double[][] {{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}});

    private static final double[][] LIGHT_TO_CONES = {{0.4122214708, 0.5363325363, 0.0514459929}, {0.2119034982, 0.6806995451, 0.1073969566},
        {0.0883024619, 0.2817188376, 0.6299787005}};
    private static final double[][] CONES_TO_LAB = {{0.2104542553, 0.7936177850, -0.0040720468}, {1.9779984951, -2.4285922050, 0.4505937099},
        {0.0259040371, 0.7827717662, -0.8086757660}};
    private static final double[][] LAB_TO_CONES = {{1, 0.3963377774, 0.2158037573}, {1, -0.1055613458, -0.0638541728},
        {1, -0.0894841775, -1.2914855480}};
    private static final double[][] CONES_TO_LIGHT = {{4.0767416621, -3.3077115913, 0.2309699292}, {-1.2684380046, 2.6097574011, -0.3413193965},
        {-0.0041960863, -0.7034186147, 1.7076147010}};

    private final double[][] matrix;

    Vision(double[][] matrix) {
        this.matrix = matrix;
    }

    /// Returns how far apart this eye sees two colours: their OKLab distance times 100. About 2 is just noticeable, 10 is clear side by side.
    public double distance(Color a, Color b) {
        return 100 * length(oklab(times(matrix, linear(a))), oklab(times(matrix, linear(b))));
    }

    /// Returns red, green and blue as linear light, 0 to 1.
    static double[] linear(Color c) {
        return new double[] {decode(c.getRed()), decode(c.getGreen()), decode(c.getBlue())};
    }

    /// Returns lightness and two opponent coordinates of linear light.
    static double[] oklab(double[] light) {
        double[] cones = times(LIGHT_TO_CONES, light);
        for (int i = 0; i < 3; i++) cones[i] = Math.cbrt(Math.max(0, cones[i]));
        return times(CONES_TO_LAB, cones);
    }

    /// Returns the inverse of {@link #oklab}, cut to what a screen can show.
    static Color color(double[] lab) {
        double[] cones = times(LAB_TO_CONES, lab);
        for (int i = 0; i < 3; i++) cones[i] = cones[i] * cones[i] * cones[i];
        double[] light = times(CONES_TO_LIGHT, cones);
        return new Color(encode(light[0]), encode(light[1]), encode(light[2]));
    }

    static double length(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < 3; i++) sum += (a[i] - b[i]) * (a[i] - b[i]);
        return Math.sqrt(sum);
    }

    private static double decode(int v) {
        double c = v / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }

    private static int encode(double v) {
        double c = Math.clamp(v, 0, 1);
        return (int) Math.round(255 * (c <= 0.0031308 ? 12.92 * c : 1.055 * Math.pow(c, 1 / 2.4) - 0.055));
    }

    private static double[] times(double[][] m, double[] v) {
        double[] product = new double[3];
        for (int i = 0; i < 3; i++) for (int j = 0; j < 3; j++) product[i] += m[i][j] * v[j];
        return product;
    }
}
