package stemma.inquiry;

import java.util.Set;

/**
 * Something other than a lot that those of the asked have in common: what kind of thing, how it is
 * called, more about it, and its page, if it has one.
 */
public record SharedThing(Kind kind, String name, String about, String address, Set<Integer> by) {

    /** What may be common beside lots, from the nearest to the material to the farthest. */
    public enum Kind {
        SUPPLIERS_LOT("supplier's lot"),
        RUN("run"),
        RESOURCE("line, tank or tool"),
        POOL("untracked stock"),
        SUPPLIER("supplier");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    public SharedThing {
        by = Set.copyOf(by);
    }
}
