package stemma.genealogy.store;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.database.Select;
import stemma.genealogy.Span;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/** Keeps which lots are called in question, by which event, and what closed the question. */
public final class ReviewTable {
    /** How the codes begin that say a part may do more than what it comes from. */
    public static final String PARENT = "parent_";

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

    /** Raises that a part may do more than what it comes from, which was judged alone or not. */
    void raiseOfPart(String code, Span part, @Nullable Span origin, long cause) {
        database.sql("""
                insert into genealogy.review
                    (lot, first_ordinal, last_ordinal, code, cause,
                     origin, origin_first, origin_last)
                values (?, ?, ?, ?, ?, ?::bigint, ?::int, ?::int) on conflict do nothing
                """)
                .params(java.util.Arrays.asList(
                        part.lot(),
                        part.first(),
                        part.last(),
                        code,
                        cause,
                        origin == null ? null : origin.lot(),
                        origin == null ? null : origin.first(),
                        origin == null ? null : origin.last()))
                .update();
    }

    /** Quality has looked at the lot. */
    void judged(Span lot, long seq) {
        database.sql("""
                update genealogy.review set closed_by = ?
                where lot = ? and first_ordinal <= ? and last_ordinal >= ? and closed_by is null
                """).params(seq, lot.lot(), lot.last(), lot.first()).update();
    }

    /**
     * The lot may do again what its judgements had taken from it, as far as they were of this lot
     * alone: what they called in question need not be looked at any more.
     */
    void releasedAgain(Span lot, long seq) {
        database.sql("""
                update genealogy.review set closed_by = :seq
                where closed_by is null and origin = :lot
                  and origin_first >= :first and origin_last <= :last
                """)
                .param("seq", seq)
                .param("lot", lot.lot())
                .param("first", lot.first())
                .param("last", lot.last())
                .update();
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

    /** Tells of all questions that stand, the youngest first. */
    public void eachOpen(Consumer<Open> told) {
        database.sql("""
                select code, lot, first_ordinal, last_ordinal, cause from genealogy.review
                where closed_by is null order by cause desc, lot, first_ordinal, code
                """).query(row -> {
            told.accept(new Open(row.getString("code"), Spans.span(row), row.getLong("cause")));
        });
    }

    /** Returns the questions that stand because of these events. */
    public List<Open> raisedBy(Collection<Long> causes) {
        return database.sql("""
                select code, lot, first_ordinal, last_ordinal, cause from genealogy.review
                where cause = any(?::bigint[]) and closed_by is null
                order by cause desc, lot, first_ordinal, code
                """)
                .param(causes.toArray(Long[]::new))
                .query((row, _) ->
                        new Open(row.getString("code"), Spans.span(row), row.getLong("cause")))
                .list();
    }

    /** Returns the questions about these lots that stood when the given seq was the last. */
    public List<Open> on(Collection<Long> lots, long lastSeq) {
        return askOn(lots, lastSeq).from(database);
    }

    /** Asks for the same. */
    public static Select<Open> askOn(Collection<Long> lots, long lastSeq) {
        Object all = lots.toArray(Long[]::new);
        return new Select<>(
                """
                select code, lot, first_ordinal, last_ordinal, cause from genealogy.review
                where lot = any(?::bigint[]) and cause <= ?
                  and (closed_by is null or closed_by > ?)
                order by cause desc, lot, first_ordinal, code
                """,
                List.of(all, lastSeq, lastSeq),
                (row, _) -> new Open(row.getString("code"), Spans.span(row), row.getLong("cause")));
    }
}
