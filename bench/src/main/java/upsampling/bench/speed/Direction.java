package upsampling.bench.speed;

/// What is computed: the result, or all gradients.
public enum Direction {
    /// The result.
    FORWARD,
    /// The gradient of the input, and that of the weight if there is one.
    BACKWARD;

    /// The word in tables and in JSON.
    public String word() {
        return this == FORWARD ? "forward" : "backward";
    }
}
