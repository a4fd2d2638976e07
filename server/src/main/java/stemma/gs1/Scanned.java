package stemma.gs1;

import stemma.identifiers.OwnCode;

import java.util.List;

/** What a scanner's text says, before any record is asked. */
public sealed interface Scanned {
    /**
     * A mark of GS1. Where a separator may have been lost between its elements, {@code others} are
     * further ways to read it: the first, {@code elements}, takes each value as far as it goes, and
     * stands among the others too where it can only be read by supposing a loss.
     */
    record Elements(ElementString elements, List<ElementString> others) implements Scanned {
        public Elements {
            others = List.copyOf(others);
        }
    }

    /** One of our own symbols. */
    record Own(OwnCode code) implements Scanned {}

    /** A mark of the Health Industry Bar Code. */
    record Hibc(HibcMark mark) implements Scanned {}

    /**
     * A code without structure. {@code ways} are the ways to read it if it is a mark of GS1 whose
     * scanner does not say so.
     */
    record Plain(String text, List<ElementString> ways) implements Scanned {
        public Plain {
            ways = List.copyOf(ways);
        }
    }

    /** It cannot be read: a stable snake_case word and a plain sentence. */
    record Misread(String code, String sentence) implements Scanned {}
}
