package stemma.inquiry;

import stemma.genealogy.Direction;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What two moments' answers to one question differ in, told from the earlier to the later: each row
 * came in, went out or changed, because of entries of the record, told by their seq.
 */
public record TraceDifference(
        Subject subject,
        Direction direction,
        Instant at,
        Side earlier,
        Side later,
        List<Row> rows,
        List<Past> entries) {
    public TraceDifference {
        rows = List.copyOf(rows);
        entries = List.copyOf(entries);
    }

    /** What a row is about, in the order in which rows stand. */
    public enum Kind {
        CUSTOMER,
        SUPPLIER,
        SHIPMENT,
        LOT,
        RUN,
        VESSEL,
        LINK
    }

    /** Whether only the later answer has it, only the earlier, or both and not alike. */
    public enum Turn {
        CAME_IN,
        WENT_OUT,
        CHANGED
    }

    /**
     * One thing in which the answers differ: what it is called, its id or code, more about it, what
     * is said of it earlier and later where it changed, the seqs of the entries that brought it
     * about, and its page. An id is that of units where units are meant.
     */
    public record Row(
            Kind kind,
            Turn turn,
            String name,
            String id,
            String about,
            String before,
            String after,
            SortedSet<Long> because,
            String address) {
        public Row {
            because = Collections.unmodifiableSortedSet(new TreeSet<>(because));
        }

        /** Says that only one of the answers has it. */
        static Row only(
                Kind kind,
                Turn turn,
                String name,
                String id,
                String about,
                Set<Long> because,
                String address) {
            return new Row(kind, turn, name, id, about, "", "", new TreeSet<>(because), address);
        }

        /** Says that both have it, and not alike. */
        static Row changed(
                Kind kind,
                String name,
                String id,
                String about,
                String before,
                String after,
                Set<Long> because,
                String address) {
            return new Row(
                    kind,
                    Turn.CHANGED,
                    name,
                    id,
                    about,
                    before,
                    after,
                    new TreeSet<>(because),
                    address);
        }
    }

    public boolean isNothing() {
        return rows.isEmpty();
    }

    /** Returns how many rows of a kind took that turn. */
    public long count(Kind kind, Turn turn) {
        return rows.stream()
                .filter(row -> row.kind() == kind && row.turn() == turn)
                .count();
    }
}
