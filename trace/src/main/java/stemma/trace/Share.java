package stemma.trace;

/**
 * How much of the suspect is in something, in the suspect's unit: at least, to be expected, at
 * most; and how much of what is to be expected no link took out of it again. What passes twice
 * through a loop counts twice. At least and at most hold for the one thing and do not add up over
 * several.
 */
public record Share(double minimum, double expected, double maximum, double left) {
    static final Share NONE = new Share(0, 0, 0, 0);

    /** Returns the same, at most so much. */
    Share upTo(double total) {
        double most = Math.max(expected, Math.min(maximum, total));
        return new Share(minimum, expected, most, left);
    }

    /** Returns that fraction of it. */
    Share part(double fraction) {
        if (fraction == 1) return this;
        return new Share(
                minimum * fraction, expected * fraction, maximum * fraction, left * fraction);
    }

    Share and(Share other) {
        return new Share(
                minimum + other.minimum,
                expected + other.expected,
                maximum + other.maximum,
                left + other.left);
    }
}
