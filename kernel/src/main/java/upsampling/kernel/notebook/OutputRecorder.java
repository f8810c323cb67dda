package upsampling.kernel.notebook;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Map;
import java.util.Objects;
import upsampling.kernel.eval.Bundle;
import upsampling.kernel.eval.CellError;
import upsampling.kernel.eval.CellOutput;
import upsampling.kernel.eval.StreamName;

/// Collects what a cell puts out as nbformat stores it: neighbouring pieces of a stream are one output, updates replace what they update,
/// also when a later cell updates what this one has shown.
final class OutputRecorder implements CellOutput {
    private static final String DISPLAY_ID = "course_display_id"; // while the notebook runs; not stored

    private final Map<String, OutputRecorder> shownBy;
    private final JsonArray outputs = new JsonArray();
    private boolean clearBeforeNext;

    /// @param shownBy display id to the cell that showed it, shared by the cells of a notebook
    OutputRecorder(Map<String, OutputRecorder> shownBy) {
        this.shownBy = shownBy;
    }

    @Override
    public synchronized void stream(StreamName name, String text) {
        clearIfAsked();
        String stream = name == StreamName.STDERR ? "stderr" : "stdout";
        JsonObject last = outputs.isEmpty() ? null : outputs.get(outputs.size() - 1).getAsJsonObject();
        if (last != null && last.has("name") && last.get("name").getAsString().equals(stream)) {
            last.add("text", Notebook.lines(Notebook.joined(last.get("text")) + text));
            return;
        }
        JsonObject output = new JsonObject();
        output.addProperty("output_type", "stream");
        output.addProperty("name", stream);
        output.add("text", Notebook.lines(text));
        outputs.add(output);
    }

    @Override
    public void display(Bundle bundle, String displayId) {
        JsonObject output = data("display_data", bundle);
        OutputRecorder first = this;
        if (displayId != null) {
            output.addProperty(DISPLAY_ID, displayId);
            first = Objects.requireNonNullElse(shownBy.putIfAbsent(displayId, this), this);
        }
        if (first == this || !first.replaced(output)) add(output);
    }

    /// Puts an output of this cell in place, or at the end.
    private synchronized void add(JsonObject output) {
        clearIfAsked();
        if (!replaced(output)) outputs.add(output);
    }

    /// Replaces what has the same display id; false if nothing has, or if it was removed.
    private synchronized boolean replaced(JsonObject output) {
        if (!output.has(DISPLAY_ID)) return false;
        for (int i = 0; i < outputs.size(); i++) {
            if (output.get(DISPLAY_ID).equals(outputs.get(i).getAsJsonObject().get(DISPLAY_ID))) {
                outputs.set(i, output);
                return true;
            }
        }
        return false;
    }

    @Override
    public synchronized void clear(boolean wait) {
        clearBeforeNext = wait;
        if (!wait) removeAll();
    }

    /// Adds the value of the cell's last line.
    synchronized void result(Bundle value, int executionCount) {
        clearIfAsked();
        JsonObject output = data("execute_result", value);
        output.addProperty("execution_count", executionCount);
        outputs.add(output);
    }

    synchronized void error(CellError error) {
        JsonObject output = new JsonObject();
        output.addProperty("output_type", "error");
        output.addProperty("ename", error.name());
        output.addProperty("evalue", error.message());
        JsonArray traceback = new JsonArray();
        error.traceback().forEach(traceback::add);
        output.add("traceback", traceback);
        outputs.add(output);
    }

    /// Returns what was collected, ready to be stored.
    synchronized JsonArray outputs() {
        JsonArray copy = outputs.deepCopy();
        copy.forEach(o -> o.getAsJsonObject().remove(DISPLAY_ID));
        return copy;
    }

    private static JsonObject data(String type, Bundle bundle) {
        JsonObject data = new JsonObject();
        for (Map.Entry<String, String> entry : bundle.data().entrySet()) {
            if (entry.getKey().startsWith("image/")) data.addProperty(entry.getKey(), entry.getValue());
            else data.add(entry.getKey(), Notebook.lines(entry.getValue()));
        }
        JsonObject output = new JsonObject();
        output.addProperty("output_type", type);
        output.add("data", data);
        output.add("metadata", new JsonObject());
        return output;
    }

    private void clearIfAsked() {
        if (clearBeforeNext) removeAll();
        clearBeforeNext = false;
    }

    private void removeAll() {
        while (!outputs.isEmpty()) outputs.remove(outputs.size() - 1);
    }
}
