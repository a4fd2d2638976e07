package stemma.documents;

import org.jspecify.annotations.Nullable;

import stemma.access.Caller;
import stemma.access.Permission;
import stemma.identifiers.SiteCode;

import java.time.Instant;
import java.util.stream.Collectors;

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
        int limit,
        String within) {
    /** Asks of every site. */
    public DocumentQuery(
            String number,
            String with,
            String item,
            String site,
            @Nullable Instant from,
            @Nullable Instant until,
            @Nullable Mark before,
            int limit) {
        this(number, with, item, site, from, until, before, limit, "");
    }

    /** Returns the same query of the sites only at which the caller may see the record. */
    public DocumentQuery within(Caller caller) {
        if (caller.grants().mayEverywhere(Permission.SEE_RECORD)) return this;
        String sites = caller.grants().sites(Permission.SEE_RECORD).stream()
                .map(SiteCode::code)
                .collect(Collectors.joining(","));
        return new DocumentQuery(number, with, item, site, from, until, before, limit, sites);
    }

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
