package stemma.printing;

/** A named value as a label or a paper tells it, such as {@code Expiry} and {@code 26 NOV 2026}. */
public record Fact(String name, String value) {}
