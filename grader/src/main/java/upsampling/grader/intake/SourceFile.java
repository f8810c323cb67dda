package upsampling.grader.intake;

/// One Java source of a submission: a file that was handed in, or the answer of a notebook's cell.
///
/// @param lesson the lesson's number; 1 means that it belongs to package `answers.lesson01`
/// @param name such as `MyMaxPool2d.java`, unique in its lesson of a submission, no folder
/// @param bytes the text, UTF-8 unless the student wrote something else
/// @param origin where its lines come from
public record SourceFile(int lesson, String name, byte[] bytes, Origin origin) { }
