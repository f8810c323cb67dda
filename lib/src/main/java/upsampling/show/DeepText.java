package upsampling.show;

import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import upsampling.tensor.Tensor;

/// Values in words, down into arrays, collections and records, with numbers as the course writes them.
final class DeepText {
    private static final int MOST_ELEMENTS = 40;
    private static final int MOST_ROWS = 20;
    private static final int DEEPEST = 5;

    private DeepText() { }

    /// Returns the words; an array of arrays has a line for each row.
    static String of(Object value) {
        return of(value, 0);
    }

    private static String of(Object value, int depth) {
        return switch (value) {
            case null -> "null";
            case Double d -> Numbers.text(d);
            case Float f -> Numbers.text(f);
            case String s -> depth == 0 ? s : '"' + s + '"';
            case Tensor t -> "Tensor " + t.shape();
            case Collection<?> c when depth < DEEPEST -> list(new ArrayList<>(c), depth);
            case Map<?, ?> m when depth < DEEPEST -> map(m, depth);
            case Record r when depth < DEEPEST -> record(r, depth);
            default -> value.getClass().isArray() && depth < DEEPEST ? array(value, depth) : value.toString();
        };
    }

    private static String array(Object array, int depth) {
        int length = Array.getLength(array);
        boolean rows = array.getClass().getComponentType().isArray();
        int most = rows ? MOST_ROWS : MOST_ELEMENTS;
        List<String> elements = new ArrayList<>();
        for (int i = 0; i < Math.min(most, length); i++) elements.add(of(Array.get(array, i), depth + 1));
        if (length > most) elements.add("… " + (length - most) + " more");
        return "{" + String.join(rows ? ",\n " : ", ", elements) + "}";
    }

    private static String list(List<?> list, int depth) {
        List<String> elements = new ArrayList<>();
        for (int i = 0; i < Math.min(MOST_ELEMENTS, list.size()); i++) elements.add(of(list.get(i), depth + 1));
        if (list.size() > MOST_ELEMENTS) elements.add("… " + (list.size() - MOST_ELEMENTS) + " more");
        return "[" + String.join(", ", elements) + "]";
    }

    private static String map(Map<?, ?> map, int depth) {
        List<String> entries = new ArrayList<>();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            if (entries.size() == MOST_ELEMENTS) {
                entries.add("… " + (map.size() - MOST_ELEMENTS) + " more");
                break;
            }
            entries.add(of(entry.getKey(), depth + 1) + "=" + of(entry.getValue(), depth + 1));
        }
        return "{" + String.join(", ", entries) + "}";
    }

    // a record that words itself is taken at its word; the generated text would say "[F@1b6d" for an array
    private static String record(Record record, int depth) {
        List<String> generated = new ArrayList<>();
        List<String> deep = new ArrayList<>();
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            try {
                component.getAccessor().setAccessible(true);
                Object value = component.getAccessor().invoke(record);
                generated.add(component.getName() + "=" + value);
                deep.add(component.getName() + "=" + of(value, depth + 1));
            } catch (ReflectiveOperationException | RuntimeException e) {
                return record.toString();
            }
        }
        String name = record.getClass().getSimpleName();
        boolean plain = record.toString().equals(name + "[" + String.join(", ", generated) + "]");
        return plain ? name + "[" + String.join(", ", deep) + "]" : record.toString();
    }
}
