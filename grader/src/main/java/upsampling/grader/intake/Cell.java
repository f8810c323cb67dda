package upsampling.grader.intake;

/// A code cell.
///
/// @param number counted from 1 over all cells, as they stand in the file
record Cell(int number, String source) { }
