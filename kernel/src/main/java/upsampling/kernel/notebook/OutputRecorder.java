package upsampling.kernel.notebook;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Map;
import upsampling.kernel.eval.Bundle;
import upsampling.kernel.eval.CellError;
import upsampling.kernel.eval.CellOutput;
import upsampling.kernel.eval.StreamName;

/// Collects what a cell puts out as nbformat stores it: neighbouring pieces of a stream are one output, updates replace what they update.
final class OutputRecorder implements CellOutput {
    private static final String DISPLAY_ID = "course_display_id"; // while the cell runs; not stored

    private final JsonArray outputs = new JsonArray();
    private boolean clearBeforeNext;

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
    public synchronized void display(Bundle bundle, String displayId) {
        clearIfAsked();
        JsonObject output = data("display_data", bundle);
        if (displayId != null) {
            for (int i = 0; i < outputs.size(); i++) {
                JsonObject old = outputs.get(i).getAsJsonObject();
                if (old.has(DISPLAY_ID) && old.get(DISPLAY_ID).getAsString().equals(displayId)) {
                    output.addProperty(DISPLAY_ID, displayId);
                    outputs.set(i, output);
                    return;
                }
            }
            output.addProperty(DISPLAY_ID, displayId);
        }
        outputs.add(output);
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
