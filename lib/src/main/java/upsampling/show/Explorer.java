package upsampling.show;

import java.awt.Color;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import upsampling.op.LinearOperator;

/// A linear operator to play with: a few controls choose its parameters; picking an output shows the inputs that it reads and with which weights,
/// picking an input shows what it paints.
///
/// ```
/// Explorer.of("kernel", 2, 5).and("stride", 1, 3)
///     .start("kernel", 3).start("stride", 2)
///     .claim("Windows overlap where the kernel is larger than the stride.", "Choose k2 s2, then k3 s2.")
///     .show(s -> AvgPool2d.of(1, s.number("kernel")).withStride(1, s.number("stride")).on(Shape.plane(1, 9)))
/// ```
/// All states are computed here, from {@link LinearOperator#matrix}; the script only looks them up. A combination that the operator refuses is
/// a state with its message. Without scripts a picture of the start and a sheet of all combinations remain, and a line that says how to get controls.
///
/// An explorer does not change: every method returns another one.
public final class Explorer {
    private static final String NAME = "Explorer";
    private static final int MOST_STATES = 50;
    private static final int MOST_CONTROLS = 3;
    private static final int MOST_BYTES = 300_000;
    private static final int AUTOMATIC = -1;
    private static final double[][] NO_INPUT = new double[0][];

    private final List<Control> controls;
    private final int[] start;
    private final int picked;
    private final double[][] input;
    private final String claim;
    private final String detail;

    private Explorer(List<Control> controls, int[] start, int picked, double[][] input, String claim, String detail) {
        this.controls = controls;
        this.start = start;
        this.picked = picked;
        this.input = input;
        this.claim = claim;
        this.detail = detail;
    }

    /// Returns an explorer with a slider over the whole numbers from one to another.
    ///
    /// @throws IllegalArgumentException unless `from < to`
    public static Explorer of(String name, int from, int to) {
        return none().with(Control.slider(name, from, to));
    }

    /// Returns an explorer with a choice between names, such as interpolation modes.
    ///
    /// @throws IllegalArgumentException unless there are at least two, all different
    public static Explorer of(String name, String... choices) {
        return none().with(Control.choice(name, choices));
    }

    private static Explorer none() {
        return new Explorer(List.of(), new int[0], AUTOMATIC, NO_INPUT, "Every output is a weighted sum of inputs.", "Pick an output or an input.");
    }

    /// Returns this explorer with one more slider.
    ///
    /// @throws IllegalArgumentException unless `from < to`, the name is new, and there are at most three controls and 50 combinations
    public Explorer and(String name, int from, int to) {
        return with(Control.slider(name, from, to));
    }

    /// Returns this explorer with one more choice.
    ///
    /// @throws IllegalArgumentException unless the choices and the name are new, and there are at most three controls and 50 combinations
    public Explorer and(String name, String... choices) {
        return with(Control.choice(name, choices));
    }

    private Explorer with(Control control) {
        for (Control other : controls) {
            if (other.name().equals(control.name())) throw new IllegalArgumentException(NAME + ": there are two controls '" + control.name() + "'");
        }
        List<Control> more = new ArrayList<>(controls);
        more.add(control);
        if (more.size() > MOST_CONTROLS) {
            throw new IllegalArgumentException(NAME + ": at most " + MOST_CONTROLS + " controls can be kept in mind, but there are " + more.size());
        }
        long states = 1;
        List<String> factors = new ArrayList<>();
        for (Control c : more) {
            states *= c.count();
            factors.add(c.count() + " (" + c.name() + ")");
        }
        if (states > MOST_STATES) {
            throw new IllegalArgumentException("%s: %s = %d states, at most %d are computed; use smaller ranges".formatted(NAME,
                String.join(" * ", factors), states, MOST_STATES));
        }
        int[] places = new int[more.size()];
        System.arraycopy(start, 0, places, 0, start.length);
        return new Explorer(more, places, picked, input, claim, detail);
    }

    /// Returns this explorer with a slider that stands elsewhere at first: start where the surprise is.
    ///
    /// @throws IllegalArgumentException unless there is such a slider and value
    public Explorer start(String name, int value) {
        int i = find(name);
        return startAt(i, controls.get(i).place(value));
    }

    /// Returns this explorer with another first choice.
    ///
    /// @throws IllegalArgumentException unless there is such a control and choice
    public Explorer start(String name, String choice) {
        int i = find(name);
        return startAt(i, controls.get(i).place(choice));
    }

    private int find(String name) {
        for (int i = 0; i < controls.size(); i++) {
            if (controls.get(i).name().equals(name)) return i;
        }
        throw new IllegalArgumentException("%s: there is no control '%s'; there are %s".formatted(NAME, name,
            String.join(", ", controls.stream().map(Control::name).toList())));
    }

    private Explorer startAt(int control, int place) {
        int[] places = start.clone();
        places[control] = place;
        return new Explorer(controls, places, picked, input, claim, detail);
    }

    /// Returns this explorer with another output picked at first, by its row-major index; otherwise one that reads many inputs is.
    public Explorer pick(int output) {
        return new Explorer(controls, start, output, input, claim, detail);
    }

    /// Returns this explorer with the numbers of an input in its cells, for operators that belong to one input, such as a derivative; for images.
    ///
    /// @param x rows of values, as large as the input of every operator
    public Explorer input(double[][] x) {
        double[][] copy = new double[x.length][];
        for (int r = 0; r < x.length; r++) copy[r] = x[r].clone();
        return new Explorer(controls, start, picked, copy, claim, detail);
    }

    /// Returns this explorer with another caption.
    ///
    /// @param newClaim what is to be seen, in one sentence
    /// @param newDetail what to try; may be empty
    /// @throws IllegalArgumentException unless the claim is given and the caption has at most 45 words
    public Explorer claim(String newClaim, String newDetail) {
        Shown.requireCaption(NAME, newClaim, newDetail);
        return new Explorer(controls, start, picked, input, newClaim, newDetail);
    }

    /// Shows the explorer of an operator.
    ///
    /// @param operator what is explored, for each combination; it may refuse one by an `IllegalArgumentException`
    /// @throws IllegalArgumentException as {@link #shown} does
    public void show(Function<Settings, LinearOperator> operator) {
        Show.show(shown(operator));
    }

    /// Returns the output.
    ///
    /// @param operator what is explored, for each combination; it may refuse one by an `IllegalArgumentException`
    /// @throws IllegalArgumentException unless the first combination is allowed, operators have one small plane, and all fits into 300 kB
    public Shown shown(Function<Settings, LinearOperator> operator) {
        List<ExplorerState> states = new ArrayList<>();
        compute(new int[controls.size()], 0, operator, states);
        ExplorerState first = states.get(index());
        if (!first.isAllowed()) {
            throw new IllegalArgumentException("%s: it starts at %s, which is not allowed (%s). Choose another start(...)".formatted(NAME,
                first.settings(), first.message()));
        }
        for (ExplorerState state : states) state.requireInput(input);
        int pick = picked == AUTOMATIC ? first.links().busiest() : picked;
        if (pick < 0 || pick >= first.links().out().size()) {
            throw new IllegalArgumentException("%s: there are outputs 0 to %d at first, but %d was picked".formatted(NAME,
                first.links().out().size() - 1, pick));
        }
        String html = html(states, first, pick);
        int bytes = html.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > MOST_BYTES) {
            throw new IllegalArgumentException("%s: %d states have %d bytes, at most %d are allowed. Use fewer combinations or a smaller input"
                .formatted(NAME, states.size(), bytes, MOST_BYTES));
        }
        return new Shown(html, claim + "\n" + alt(first, pick));
    }

    private void compute(int[] places, int at, Function<Settings, LinearOperator> operator, List<ExplorerState> states) {
        if (at == places.length) {
            states.add(ExplorerState.of(new Settings(controls, places), operator));
            return;
        }
        for (int place = 0; place < controls.get(at).count(); place++) {
            places[at] = place;
            compute(places, at + 1, operator, states);
        }
    }

    private int index() {
        int index = 0;
        for (int i = 0; i < start.length; i++) index = index * controls.get(i).count() + start[i];
        return index;
    }

    private static String alt(ExplorerState state, int pick) {
        return state.title() + ". " + state.links().equation(pick);
    }

    private String html(List<ExplorerState> states, ExplorerState first, int pick) {
        ValueDigest digest = new ValueDigest("explorer").text(claim).text(detail).counts(start).counts(pick);
        for (double[] row : input) digest.values(row);
        for (Control control : controls) control.digest(digest);
        List<double[][]> matrices = new ArrayList<>();
        List<double[][]> sums = new ArrayList<>();
        List<String> words = new ArrayList<>();
        for (ExplorerState state : states) {
            state.digest(digest);
            words.add(state.settings().shortText());
            if (!state.isAllowed()) continue;
            matrices.add(state.links().matrix());
            sums.add(state.links().sums());
        }
        Scale weightScale = Scale.of(matrices.toArray(double[][][]::new));
        Scale sumScale = Scale.of(sums.toArray(double[][][]::new));
        List<Tile> thumbnails = new ArrayList<>();
        for (ExplorerState state : states) thumbnails.add(state.thumbnail(weightScale));
        ContactSheet sheet = ContactSheet.fitting(words, thumbnails);
        String all = "All " + states.size() + " combinations";
        String what = first.links().isRow() ? "weights, a row for each input and a column for each output" : "weights of the outputs that read the middle input";
        String key = "Each small picture shows the " + what + ". The darker, the larger.";
        return Html.sheet("figure", null, digest, Html.controls() + "<div data-lu=\"still\">"
            + Html.image(first.still(pick, weightScale, input).image(), alt(first, pick)) + "</div>"
            + "<div data-lu=\"say\" style=\"margin:8px 0 0 0;color:" + Ink.hex(Ink.TEXT) + "\">" + Html.escape(alt(first, pick)) + "</div>"
            + Html.caption(claim, detail) + Html.details(all + " side by side", Html.note(key) + Html.image(sheet.image(), all + ": " + what + "."))
            + "<script>(" + Html.resource("explorer.js").strip() + ")(\"" + digest.hex() + "\", " + data(states, pick, weightScale, sumScale) + ");</script>");
    }

    private String data(List<ExplorerState> states, int pick, Scale weights, Scale sums) {
        List<String> json = new ArrayList<>();
        for (int i = 0; i < start.length; i++) json.add(controls.get(i).json(start[i]));
        List<String> titles = states.stream().map(state -> Html.json(state.title())).toList();
        return "{\"controls\":[" + String.join(",", json) + "],\"titles\":[" + String.join(",", titles) + "],\"pick\":" + pick + ",\"x\":" + texts() + ",\"ink\":" + inks() + ","
            + new ExplorerData(states, weights, sums).json() + "}";
    }

    private String texts() {
        List<String> texts = new ArrayList<>();
        for (double[] row : input) for (double v : row) texts.add(Html.json(Numbers.text(v)));
        return "[" + String.join(",", texts) + "]";
    }

    private static String inks() {
        Map<String, Color> inks = new LinkedHashMap<>();
        inks.put("paper", Ink.PAPER);
        inks.put("text", Ink.TEXT);
        inks.put("quiet", Ink.QUIET);
        inks.put("line", Ink.PLAIN.fill);
        inks.put("empty", Ink.EMPTY);
        inks.put("input", Ink.INPUT.fill);
        inks.put("inputTint", Ink.INPUT.tint);
        inks.put("kernel", Ink.KERNEL.deep);
        inks.put("kernelTint", Ink.KERNEL.tint);
        inks.put("output", Ink.OUTPUT.deep);
        inks.put("accent", Ink.ACCENT.deep);
        inks.put("wrong", Ink.WRONG.deep);
        List<String> json = new ArrayList<>();
        inks.forEach((name, color) -> json.add("\"" + name + "\":\"" + Ink.hex(color) + "\""));
        return "{" + String.join(",", json) + "}";
    }
}
