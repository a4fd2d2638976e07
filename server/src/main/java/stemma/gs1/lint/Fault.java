package stemma.gs1.lint;

/**
 * What is wrong with a component: a stable snake_case word, and the span at fault from its first
 * character to the one after its last, counted from 0 within the component.
 */
public record Fault(String code, int from, int to) {
    /** Returns the same fault seen from a text in which the component begins at the place. */
    public Fault movedBy(int places) {
        return new Fault(code, from + places, to + places);
    }
}
