package upsampling.show;

/// The simplest input on which an answer is wrong, for the card of a failed check.
///
/// @param call the call in Java, to be typed in again
/// @param sentence what was expected where, and what was there
/// @param input the input's map; null if there is none
/// @param expected the map that was expected; null if the result is no map
/// @param actual the map that came, of another size if the shape is wrong
public record Smallest(String call, String sentence, double[][] input, double[][] expected, double[][] actual) {

    /// What was observed may come as the tail of a message, "expected 1, but was 2." or "at [0] expected ..."; on a card it stands alone, with a capital.
    /// A name in front, such as `gradInput:`, stays.
    public Smallest {
        if (sentence.startsWith("expected ") || sentence.startsWith("at [")) sentence = Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
    }

    /// Returns the maps in a row: input, expected, but was, difference; null if the result is no map.
    Tile maps() {
        return expected == null ? null : Difference.of(expected, actual).maps(input);
    }

    /// Returns the maps in words.
    String alt() {
        String result = Difference.of(expected, actual).sentence();
        return input == null ? result : "Input " + input.length + "×" + input[0].length + ". " + result;
    }
}
