package stemma.documents;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * Which documents of a work room are wanted: those whose number begins so, of that supplier,
 * consignee or line, with that item, at that site, begun in that time; all in normal form, empty
 * for any. {@code before} is where the page before ended.
 */
public record DocumentQuery(
        String number,
        String with,
        String item,
        String site,
        @Nullable Instant from,
        @Nullable Instant until,
        @Nullable Mark before,
        int limit) {
    /** Where a page ended: newest first, by the moment and the seq of a document's first event. */
    public record Mark(Instant at, long seq) {
        /** Returns the mark as an address carries it. */
        public String text() {
            return at + "," + seq;
        }
    }

    public boolean isUnfiltered() {
        return number.isEmpty()
                && with.isEmpty()
                && item.isEmpty()
                && site.isEmpty()
                && from == null;
    }
}
