package upsampling.show;

/// What a cell shows: HTML for front ends, and a sentence for terminals, screen readers and comparisons.
public record Shown(String html, String text) { }
