package stemma.genealogy.store;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.genealogy.Span;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/** Keeps which lots are called in question, by which event, and what closed the question. */
public final class ReviewTable {
    private final JdbcClient database;

    public ReviewTable(JdbcClient database) {
        this.database = database;
    }

    /** A question that stands: its code, the lot, and the event that raised it. */
    public record Open(String code, Span lot, long cause) {}

    void raise(String code, Span lot, long cause, @Nullable LocalDate expiry) {
        database.sql("""
                insert into genealogy.review (lot, first_ordinal, last_ordinal, code, cause, expiry)
                values (?, ?, ?, ?, ?, ?::date) on conflict do nothing
                """)
                .params(java.util.Arrays.asList(
                        lot.lot(),
                        lot.first(),
                        lot.last(),
                        code,
                        cause,
                        expiry == null ? null : expiry.toString()))
                .update();
    }

    /** Quality has looked at the lot. */
    void judged(Span lot, long seq) {
        database.sql("""
                update genealogy.review set closed_by = ?
                where lot = ? and first_ordinal <= ? and last_ordinal >= ? and closed_by is null
                """).params(seq, lot.lot(), lot.last(), lot.first()).update();
    }

    /** The lot lasts no longer than that now. */
    void lastsUntil(long lot, LocalDate expiry, long seq) {
        database.sql("""
                update genealogy.review set closed_by = ?
                where lot = ? and expiry >= ?::date and closed_by is null
                """).params(seq, lot, expiry.toString()).update();
    }

    /** What called lots in question was recorded wrongly, or what closed a question was. */
    void corrected(long seq, long by) {
        database.sql("update genealogy.review set closed_by = ? where cause = ?")
                .params(by, seq)
                .update();
        database.sql("update genealogy.review set closed_by = null"
                        + " where closed_by = ? and cause <> ?")
                .params(seq, seq)
                .update();
    }

    /** Returns a page of the questions that stand, the youngest first. */
    public List<Open> open(int offset, int limit) {
        return database.sql("""
                select code, lot, first_ordinal, last_ordinal, cause from genealogy.review
                where closed_by is null
                order by cause desc, lot, first_ordinal, code offset ? limit ?
                """)
                .params(offset, limit)
                .query((row, _) ->
                        new Open(row.getString("code"), Spans.span(row), row.getLong("cause")))
                .list();
    }

    /** Returns the questions about these lots that stood when the given seq was the last. */
    public List<Open> on(Collection<Long> lots, long lastSeq) {
        return database.sql("""
                select code, lot, first_ordinal, last_ordinal, cause from genealogy.review
                where lot = any(?::bigint[]) and cause <= ?
                  and (closed_by is null or closed_by > ?)
                order by cause desc, lot, first_ordinal, code
                """)
                .params(lots.toArray(Long[]::new), lastSeq, lastSeq)
                .query((row, _) ->
                        new Open(row.getString("code"), Spans.span(row), row.getLong("cause")))
                .list();
    }
}
