package upsampling.grader.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;

/// All pieces of a notebook's code, and which of them another one needs.
final class NotebookCode {
    /// A piece and its cell.
    record Place(int order, Cell cell, Piece piece) { }

    final List<Place> places = new ArrayList<>();

    void add(Cell cell, List<Piece> pieces) {
        for (Piece piece : pieces) places.add(new Place(places.size(), cell, piece));
    }

    /// Returns what a name stands for when a piece runs after all above it: the last declaration above, else the first one below. Methods of one name and
    /// other parameters are several.
    List<Place> declared(String name, boolean method, Place user) {
        Map<String, Place> found = new LinkedHashMap<>();
        for (Place place : places) {
            if (!place.piece.declares(name, method)) continue;
            String signature = signature(place.piece);
            boolean later = place.order > user.order;
            if (!later || !found.containsKey(signature)) found.put(signature, place);
        }
        return List.copyOf(found.values());
    }

    private static String signature(Piece piece) {
        if (!(piece.trees().getFirst() instanceof MethodTree method)) return "";
        var types = new StringBuilder();
        for (VariableTree parameter : method.getParameters()) types.append(parameter.getType()).append(',');
        return types.toString();
    }

    /// Returns the declarations that code needs, and those they need, in the notebook's order.
    ///
    /// @param trees the code
    /// @param user where it stands
    List<Place> needed(List<? extends Tree> trees, Place user) {
        Map<Integer, Place> needed = new TreeMap<>();
        need(trees, user, needed);
        return List.copyOf(needed.values());
    }

    private void need(List<? extends Tree> trees, Place user, Map<Integer, Place> needed) {
        FreeNames names = FreeNames.of(trees);
        List<Place> direct = new ArrayList<>();
        for (String name : names.values) direct.addAll(declared(name, false, user));
        for (String name : names.methods) direct.addAll(declared(name, true, user));
        for (Place place : direct) {
            if (needed.putIfAbsent(place.order, place) == null) need(place.piece.trees(), user, needed);
        }
    }

    /// Returns the imports as a piece sees them: of two for one simple name the last one above, else the first below.
    List<Place> imports(Place user) {
        Map<String, Place> found = new TreeMap<>();
        for (Place place : places) {
            if (place.piece.kind() != Piece.Kind.IMPORT) continue;
            ImportLine line = ImportLine.of(place.piece.text());
            if (line == null) continue;
            boolean later = place.order > user.order;
            if (!later || !found.containsKey(line.key())) found.put(line.key(), place);
        }
        return new TreeSet<>(found.values().stream().map(Place::order).toList()).stream().map(places::get).toList();
    }

    /// Returns the type of that name, or null.
    ClassTree type(String name, Place user) {
        for (Place place : declared(name, false, user)) {
            for (Tree tree : place.piece.trees()) {
                if (tree instanceof ClassTree type && type.getSimpleName().contentEquals(name)) return type;
            }
        }
        return null;
    }
}
