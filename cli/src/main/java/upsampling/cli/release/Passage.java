package upsampling.cli.release;

/// A piece of a file that is read as one text.
///
/// @param place the file, or a cell of a notebook; lines are counted from its first one
record Passage(String place, String text) { }
