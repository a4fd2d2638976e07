package stemma.bench;

/** One figure: at how many recorded events it was taken, what it is of, and in which unit. */
record Metric(long events, String name, double value, String unit) {}
