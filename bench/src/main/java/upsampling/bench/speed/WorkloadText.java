package upsampling.bench.speed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import upsampling.op.AvgPool2d;
import upsampling.op.Conv2d;
import upsampling.op.ConvTranspose2d;
import upsampling.op.MaxPool2d;
import upsampling.op.PixelShuffle;
import upsampling.tensor.Geometry;
import upsampling.tensor.Shape;
import upsampling.tensor.Window;

/// Reads a workload from one line of words: the operator, then its numbers in any order.
///
/// ```
/// conv_transpose 128>64 k4 s2 p1 32x32 n16      128 channels in, 64 out, pictures of 32 rows and 32 columns, a batch of 16
/// maxpool k3 s2 p1 64@112x112 n8                64 channels of 112 x 112
///
/// k kernel    s stride    p padding    d dilation    op output padding    each one number, or rows x columns such as k3x5
/// g groups    n batch, 1 if not given
/// x scale     to size of the result, such as to100x130        r factor of a pixel shuffle
/// ```
/// What is not given has the operator's default; the stride of a pooling is its kernel.
public final class WorkloadText {
    private static final Pattern CHANNELS = Pattern.compile("(\\d+)>(\\d+)");
    private static final Pattern PICTURE = Pattern.compile("(?:(\\d+)@)?(\\d+)x(\\d+)");
    private static final Pattern LETTER = Pattern.compile("([a-z]+)(\\d+)(?:x(\\d+))?");
    private static final List<String> SINGLE = List.of("g", "n", "x", "r");
    private static final int MOST_DIGITS = 9;

    private final String text;
    private final Operator operator;
    private final Map<String, int[]> numbers = new HashMap<>(); // by letter; "in", "out" channels; "size" of the picture

    private WorkloadText(String text) {
        this.text = String.join(" ", text.strip().split("\\s+"));
        List<String> words = new ArrayList<>(List.of(this.text.split(" ")));
        operator = Operator.of(words.removeFirst());
        for (String word : words) read(word);
    }

    /// @throws IllegalArgumentException unless the text is a workload whose shapes fit each other; the message names the text
    public static Workload parse(String text) {
        try {
            return new WorkloadText(text).workload();
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new IllegalArgumentException("workload \"" + text + "\": " + e.getMessage());
        }
    }

    private void read(String word) {
        Matcher channels = CHANNELS.matcher(word);
        Matcher picture = PICTURE.matcher(word);
        Matcher letter = LETTER.matcher(word);
        if (channels.matches() && operator.hasWeight()) {
            put("in", word, channels.group(1), null);
            put("out", word, channels.group(2), null);
        } else if (picture.matches() && (picture.group(1) == null || !operator.hasWeight())) {
            if (picture.group(1) != null) put("in", word, picture.group(1), null);
            put("size", word, picture.group(2), picture.group(3));
        } else if (letter.matches() && isKnown(letter.group(1)) && (letter.group(3) == null || !SINGLE.contains(letter.group(1)))) {
            put(letter.group(1), word, letter.group(2), letter.group(3));
        } else {
            throw wrong("'" + word + "' is not understood");
        }
    }

    private boolean isKnown(String letter) {
        return letter.equals("n") || operator.required.contains(letter) || operator.optional.contains(letter);
    }

    private void put(String key, String word, String first, String second) {
        if (Math.max(first.length(), second == null ? 0 : second.length()) > MOST_DIGITS) throw wrong("'" + word + "' is too large a number");
        int one = Integer.parseInt(first);
        if (numbers.put(key, new int[] {one, second == null ? one : Integer.parseInt(second)}) != null) throw wrong("'" + word + "' is given twice");
    }

    private IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException(what + "; a workload of " + operator.word + " reads \"" + operator.example + "\"");
    }

    private Workload workload() {
        for (String letter : operator.required) if (!numbers.containsKey(letter)) throw wrong("there is no " + letter);
        String channels = operator.hasWeight() ? "there are no channels such as 128>64" : "there is no picture with channels such as 64@56x56";
        if (!numbers.containsKey("in")) throw wrong(channels);
        if (!numbers.containsKey("size")) throw wrong("there is no size such as 32x32");
        int[] size = numbers.get("size");
        int in = numbers.get("in")[0];
        Shape x = Shape.of(get("n", 1)[0], in, size[0], size[1]);
        Geometry geometry = geometry();
        Shape weight = weight(in, geometry);
        return new Workload(text, operator, x, weight, geometry, y(x, weight, geometry));
    }

    private int[] get(String letter, int otherwise) {
        return numbers.getOrDefault(letter, new int[] {otherwise, otherwise});
    }

    private Geometry geometry() {
        int[] kernel = get("k", 1);
        boolean isPooling = operator == Operator.MAX_POOL || operator == Operator.AVG_POOL;
        int[] stride = isPooling ? numbers.getOrDefault("s", kernel) : get("s", 1);
        int[] padding = get("p", 0);
        int[] dilation = get("d", 1);
        return new Geometry(new Window(kernel[0], stride[0], padding[0], dilation[0]), new Window(kernel[1], stride[1], padding[1], dilation[1]), get("g", 1)[0]);
    }

    private Shape weight(int in, Geometry geometry) {
        if (!operator.hasWeight()) return null;
        int out = numbers.get("out")[0];
        int groups = geometry.groups();
        if (in % groups != 0 || out % groups != 0) throw wrong(groups + " groups do not divide " + in + ">" + out + " channels");
        int kernelHeight = geometry.height().kernel();
        int kernelWidth = geometry.width().kernel();
        return operator == Operator.CONV ? Shape.of(out, in / groups, kernelHeight, kernelWidth) : Shape.of(in, out / groups, kernelHeight, kernelWidth);
    }

    private Shape y(Shape x, Shape weight, Geometry geometry) {
        return switch (operator) {
            case MAX_POOL -> MaxPool2d.of(geometry.height(), geometry.width()).outputShape(x);
            case AVG_POOL -> AvgPool2d.of(geometry.height(), geometry.width()).outputShape(x);
            case NEAREST, BILINEAR, BICUBIC -> resized(x);
            case CONV -> new Conv2d(geometry).outputShape(x, weight);
            case CONV_TRANSPOSE -> new ConvTranspose2d(geometry, get("op", 0)[0], get("op", 0)[1]).outputShape(x, weight);
            case PIXEL_SHUFFLE -> PixelShuffle.of(numbers.get("r")[0]).outputShape(x);
            case COPY -> x;
        };
    }

    private Shape resized(Shape x) {
        if (numbers.containsKey("x") == numbers.containsKey("to")) throw wrong("there must be a scale such as x2 or a size such as to100x130, and not both");
        int[] to = numbers.get("to");
        if (to != null) return x.withSize(to[0], to[1]);
        int scale = numbers.get("x")[0];
        return x.withSize(Math.multiplyExact(x.h(), scale), Math.multiplyExact(x.w(), scale));
    }
}
