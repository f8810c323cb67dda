package upsampling.kernel;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dflib.jjava.jupyter.messages.Header;
import upsampling.backend.cuda.CudaProbe;
import upsampling.kernel.eval.Bundle;
import upsampling.kernel.eval.CellError;
import upsampling.kernel.eval.Completeness;
import upsampling.kernel.eval.Completions;

/// The contents of messages, as the protocol wants them (version 5.3): every reply has a status, which the base leaves out of some.
final class Replies {
    private Replies() { }

    static JsonObject ok() {
        JsonObject content = new JsonObject();
        content.addProperty("status", "ok");
        return content;
    }

    static JsonObject kernelInfo() {
        String java = String.valueOf(Runtime.version().feature()); // "25": stored in every notebook, so nothing longer
        JsonObject language = new JsonObject();
        language.addProperty("name", "Java");
        language.addProperty("version", java);
        language.addProperty("mimetype", "text/x-java-source");
        language.addProperty("file_extension", ".jshell");
        language.addProperty("pygments_lexer", "java");
        language.addProperty("codemirror_mode", "java");

        JsonObject content = ok();
        content.addProperty("protocol_version", Header.PROTOCOL_VERISON);
        content.addProperty("implementation", "upsampling");
        content.addProperty("implementation_version", "1.0");
        content.add("language_info", language);
        String gpu = CudaProbe.glance().map(name -> "; GPU: " + name).orElse("");
        content.addProperty("banner", "Java " + java + ", the kernel of the course Learnable upsampling, by hand" + gpu);
        content.add("help_links", new JsonArray());
        content.addProperty("debugger", false);
        return content;
    }

    static JsonObject executed(int count) {
        JsonObject content = ok();
        content.addProperty("execution_count", count);
        content.add("payload", new JsonArray());
        content.add("user_expressions", new JsonObject());
        return content;
    }

    static JsonObject failed(int count, CellError error) {
        JsonObject content = error(error);
        content.addProperty("status", "error");
        content.addProperty("execution_count", count);
        content.add("payload", new JsonArray());
        content.add("user_expressions", new JsonObject());
        return content;
    }

    static JsonObject aborted(int count) {
        JsonObject content = new JsonObject();
        content.addProperty("status", "aborted");
        content.addProperty("execution_count", count);
        return content;
    }

    /// The content of an `error` message; that of a reply has a status besides.
    static JsonObject error(CellError error) {
        JsonObject content = new JsonObject();
        content.addProperty("ename", error.name());
        content.addProperty("evalue", error.message());
        content.add("traceback", array(error.traceback()));
        return content;
    }

    static JsonObject input(String code, int count) {
        JsonObject content = new JsonObject();
        content.addProperty("code", code);
        content.addProperty("execution_count", count);
        return content;
    }

    static JsonObject result(int count, Bundle bundle) {
        JsonObject content = data(bundle);
        content.addProperty("execution_count", count);
        return content;
    }

    /// The content of `display_data` and `update_display_data`.
    static JsonObject display(Bundle bundle, String displayId) {
        JsonObject content = data(bundle);
        JsonObject unsaved = new JsonObject();
        if (displayId != null) {
            unsaved.addProperty("display_id", displayId);
        }
        content.add("transient", unsaved);
        return content;
    }

    private static JsonObject data(Bundle bundle) {
        JsonObject forms = new JsonObject();
        for (Map.Entry<String, String> form : bundle.data().entrySet()) {
            forms.addProperty(form.getKey(), form.getValue());
        }
        JsonObject content = new JsonObject();
        content.add("data", forms);
        content.add("metadata", new JsonObject());
        return content;
    }

    static JsonObject stream(String name, String text) {
        JsonObject content = new JsonObject();
        content.addProperty("name", name);
        content.addProperty("text", text);
        return content;
    }

    static JsonObject clear(boolean wait) {
        JsonObject content = new JsonObject();
        content.addProperty("wait", wait);
        return content;
    }

    /// @param code the cell; the protocol counts characters where Java counts UTF-16 units
    static JsonObject completions(String code, Completions found) {
        JsonObject content = ok();
        content.add("matches", array(found.options()));
        content.addProperty("cursor_start", code.codePointCount(0, found.start()));
        content.addProperty("cursor_end", code.codePointCount(0, found.end()));
        content.add("metadata", new JsonObject());
        return content;
    }

    static JsonObject documentation(List<String> texts) {
        JsonObject forms = new JsonObject();
        if (!texts.isEmpty()) {
            forms.addProperty(Bundle.TEXT, String.join("\n\n", texts));
        }
        JsonObject content = ok();
        content.addProperty("found", !texts.isEmpty());
        content.add("data", forms);
        content.add("metadata", new JsonObject());
        return content;
    }

    static JsonObject completeness(Completeness completeness) {
        JsonObject content = new JsonObject();
        content.addProperty("status", completeness.name().toLowerCase(Locale.ROOT));
        content.addProperty("indent", completeness == Completeness.INCOMPLETE ? "    " : "");
        return content;
    }

    static JsonObject history(JsonArray entries) {
        JsonObject content = ok();
        content.add("history", entries);
        return content;
    }

    static JsonObject noComms() {
        JsonObject content = ok();
        content.add("comms", new JsonObject());
        return content;
    }

    static JsonObject commClosed(String id) {
        JsonObject content = new JsonObject();
        content.addProperty("comm_id", id);
        content.add("data", new JsonObject());
        return content;
    }

    static JsonObject shutdown(boolean restart) {
        JsonObject content = ok();
        content.addProperty("restart", restart);
        return content;
    }

    private static JsonElement array(List<String> texts) {
        JsonArray array = new JsonArray();
        texts.forEach(array::add);
        return array;
    }
}
