package upsampling.grader.intake;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

/// Writes notebooks as JupyterLab does.
final class NotebookMaker {
    final JsonObject root = new JsonObject();
    private final JsonArray cells = new JsonArray();

    NotebookMaker() {
        root.add("cells", cells);
        root.add("metadata", new JsonObject());
        root.addProperty("nbformat", 4);
        root.addProperty("nbformat_minor", 5);
    }

    NotebookMaker code(String source) {
        JsonObject cell = cell("code", source);
        cell.add("outputs", new JsonArray());
        cell.addProperty("execution_count", 7);
        cell.addProperty("id", "c" + cells.size());
        return this;
    }

    NotebookMaker text(String source) {
        cell("markdown", source);
        return this;
    }

    JsonObject last() {
        return cells.get(cells.size() - 1).getAsJsonObject();
    }

    private JsonObject cell(String type, String source) {
        var cell = new JsonObject();
        cell.addProperty("cell_type", type);
        cell.add("metadata", new JsonObject());
        var lines = new JsonArray();
        String[] all = source.split("(?<=\n)");
        for (String line : all) lines.add(line);
        cell.add("source", lines);
        cells.add(cell);
        return cell;
    }

    @Override
    public String toString() {
        return root.toString();
    }
}
