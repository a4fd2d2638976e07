package stemma.gs1.lint;

import java.util.Optional;

/** One test of one component: empty where the text passes. */
@FunctionalInterface
public interface Lint {
    /** Returns the first fault of the text. */
    Optional<Fault> fault(String text);

    /** Returns a fault that spans the whole text. */
    static Optional<Fault> whole(String code, String text) {
        return Optional.of(new Fault(code, 0, text.length()));
    }

    /** Returns a fault of the span. */
    static Optional<Fault> at(String code, int from, int to) {
        return Optional.of(new Fault(code, from, to));
    }

    /** Returns the lint that asks this one and, where it passes, the next. */
    default Lint then(Lint next) {
        return text -> fault(text).or(() -> next.fault(text));
    }
}
