package upsampling.metric;

import upsampling.backend.Interrupts;
import upsampling.tensor.Checks;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// How well one mask matches another one. A mask holds 1 for what belongs to an object and 0 for the rest.
///
/// ```
/// dice        = 2 * |A and B| / (|A| + |B|)
/// iou         = |A and B| / |A or B| = dice / (2 - dice)
/// boundaryIou = iou of the boundaries; boundary(A) = A without its erosion by a square of 2*width + 1 pixels
/// ```
/// Sizes are summed over all planes, and the masks may be on any backend. Two empty masks agree: 1. Large objects hide errors at their border in
/// the first two; the third asks for nothing else.
///
/// Source: Dice, "Measures of the amount of ecologic association between species", 1945; Cheng, Girshick, Dollár, Berg and Kirillov, "Boundary
/// IoU: improving object-centric image segmentation evaluation", 2021. Notebook: `11-unet.ipynb`.
public final class Masks {
    private Masks() { }

    /// Returns twice the common part over the sum of both sizes.
    ///
    /// @throws IllegalArgumentException unless both have the same shape and hold only 0 and 1
    public static double dice(Tensor a, Tensor b) {
        Checks.sameShape("Masks.dice", "b", a.shape(), b.shape());
        float[] first = values("Masks.dice", "a", a);
        float[] second = values("Masks.dice", "b", b);
        long sizes = size(first) + size(second);
        return sizes == 0 ? 1 : 2.0 * common(first, second) / sizes;
    }

    /// Returns the intersection over the union.
    ///
    /// @throws IllegalArgumentException unless both have the same shape and hold only 0 and 1
    public static double iou(Tensor a, Tensor b) {
        Checks.sameShape("Masks.iou", "b", a.shape(), b.shape());
        return iou(values("Masks.iou", "a", a), values("Masks.iou", "b", b));
    }

    private static double iou(float[] a, float[] b) {
        long common = common(a, b);
        long union = size(a) + size(b) - common;
        return union == 0 ? 1 : (double) common / union;
    }

    /// Returns the intersection over the union of both boundaries.
    ///
    /// @param width of the boundary in pixels, >= 1
    /// @throws IllegalArgumentException unless `width >= 1`, and both masks have the same shape and hold only 0 and 1
    public static double boundaryIou(Tensor a, Tensor b, int width) {
        Checks.sameShape("Masks.boundaryIou", "b", a.shape(), b.shape());
        Checks.atLeast(1, "Masks.boundaryIou", "width", width);
        return iou(boundary(values("Masks.boundaryIou", "a", a), a.shape(), width), boundary(values("Masks.boundaryIou", "b", b), b.shape(), width));
    }

    /// Returns the pixels of a mask that have a pixel outside it at most `width` rows and columns away, on the backend of the mask. Outside the
    /// image is outside the mask.
    ///
    /// @throws IllegalArgumentException unless `width >= 1`, and the mask holds only 0 and 1
    public static Tensor boundary(Tensor mask, int width) {
        Checks.atLeast(1, "Masks.boundary", "width", width);
        return Tensor.of(mask.shape(), boundary(values("Masks.boundary", "mask", mask), mask.shape(), width)).to(mask.backend());
    }

    private static float[] boundary(float[] mask, Shape shape, int width) {
        float[] inRow = new float[shape.size()]; // 1 where all pixels of the same row within the width are 1
        for (int row = 0; row < shape.planes() * shape.h(); row++) {
            Interrupts.check();
            erode(mask, inRow, row * shape.w(), 1, shape.w(), width);
        }
        float[] eroded = new float[shape.size()];
        for (int plane = 0; plane < shape.planes(); plane++) {
            Interrupts.check();
            for (int w = 0; w < shape.w(); w++) erode(inRow, eroded, plane * shape.planeSize() + w, shape.w(), shape.h(), width);
        }
        float[] boundary = new float[shape.size()];
        for (int i = 0; i < boundary.length; i++) boundary[i] = mask[i] - eroded[i];
        return boundary;
    }

    /// One line of `size` values, `step` apart: a value stays 1 if no 0 and no end lies within the width.
    private static void erode(float[] from, float[] to, int start, int step, int size, int width) {
        int run = 0; // how many values in a row have been 1, up to the right end of the window
        for (int right = 0; right < size; right++) {
            run = from[start + right * step] == 1 ? run + 1 : 0;
            if (run > 2L * width) to[start + (right - width) * step] = 1;
        }
    }

    private static long common(float[] a, float[] b) {
        long common = 0;
        for (int i = 0; i < a.length; i++) {
            if (a[i] == 1 && b[i] == 1) common++;
        }
        return common;
    }

    private static long size(float[] mask) {
        long size = 0;
        for (float value : mask) {
            if (value == 1) size++;
        }
        return size;
    }

    /// Returns the values of a mask.
    ///
    /// @throws IllegalArgumentException unless it holds only 0 and 1
    private static float[] values(String who, String name, Tensor mask) {
        float[] values = mask.toArray();
        for (int i = 0; i < values.length; i++) {
            float value = values[i];
            if (value == 0 || value == 1) continue;
            throw new IllegalArgumentException("%s: %s must hold only 0 and 1, but has %s at %s; apply a threshold first".formatted(
                    who, name, value, mask.shape().place(i)));
        }
        return values;
    }
}
