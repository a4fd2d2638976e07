package stemma.genealogy.store;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.database.Select;
import stemma.genealogy.AsOf;
import stemma.genealogy.Span;
import stemma.identifiers.RunId;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads which lots fed which runs and which runs yielded which lots, one statement for a set. */
public final class LinkTable {
    private static final String FED = """
            f.key, f.run, f.lot, f.first_ordinal, f.last_ordinal, f.quantity, f.evidence, f.everywhere,
            r.kind = 'POOL' as pool, r.likeness = 'SAME_MATERIAL' as same_material,
            r.kind = 'MERGED' as merged
            """;
    private static final String YIELDED = """
            y.run, y.lot, y.first_ordinal, y.last_ordinal, y.quantity, y.evidence,
            r.kind = 'POOL' as pool, r.likeness = 'SAME_MATERIAL' as same_material
            """;

    private final JdbcClient database;

    public LinkTable(JdbcClient database) {
        this.database = database;
    }

    /** Returns the links by which these lots fed runs. */
    public List<FedRow> fedBy(Collection<Span> lots, AsOf asOf) {
        return askFedBy(lots, asOf).from(database);
    }

    static Select<FedRow> askFedBy(Collection<Span> lots, AsOf asOf) {
        return Spans.select(
                "select " + FED + " from " + Spans.FRONTIER + " join genealogy.fed f on "
                        + Spans.overlap("f") + " join genealogy.run r on r.key = f.run where "
                        + Known.to("f", asOf),
                lots,
                asOf,
                LinkTable::fed);
    }

    /**
     * Returns the links by which an input is recorded for some outputs, of which these are some.
     */
    public List<FedRow> fedInto(Collection<Span> outputs, AsOf asOf) {
        return askFedInto(outputs, asOf).from(database);
    }

    static Select<FedRow> askFedInto(Collection<Span> outputs, AsOf asOf) {
        return Spans.select(
                "select " + FED + " from " + Spans.FRONTIER + " join genealogy.fed_into i on "
                        + Spans.overlap("i") + " join genealogy.fed f on f.key = i.fed"
                        + " join genealogy.run r on r.key = f.run where "
                        + Known.to("f", asOf),
                outputs,
                asOf,
                LinkTable::fed);
    }

    /** Returns the key of the youngest lot that went into anything; 0 where none did. */
    public long lastFed() {
        return database.sql("select coalesce(max(lot), 0) from genealogy.fed")
                .query(Long.class)
                .single();
    }

    /** Returns a part that went into something, of the lot with that key or the next that has. */
    public Optional<Span> fedFrom(long key) {
        return database.sql("""
                select lot, first_ordinal, last_ordinal from genealogy.fed
                where lot >= ? order by lot, first_ordinal limit 1
                """)
                .param(key)
                .query((row, _) -> new Span(row.getLong(1), row.getInt(2), row.getInt(3)))
                .optional();
    }

    /** Returns everything that fed these runs. */
    public List<FedRow> inputs(Collection<Long> runs, AsOf asOf) {
        return askInputs(runs, asOf).from(database);
    }

    static Select<FedRow> askInputs(Collection<Long> runs, AsOf asOf) {
        return Spans.selectRuns(
                "select " + FED + """
                from unnest(:runs::bigint[]) as a (run)
                join genealogy.fed f on f.run = a.run
                join genealogy.run r on r.key = f.run
                where """ + " " + Known.to("f", asOf), runs, asOf, LinkTable::fed);
    }

    /** Returns the outputs into which those links say that their input went. */
    public List<FedIntoRow> outputsOf(Collection<Long> fed) {
        return askOutputsOf(fed).from(database);
    }

    static Select<FedIntoRow> askOutputsOf(Collection<Long> fed) {
        return Spans.selectRuns(
                """
                select i.fed, i.lot, i.first_ordinal, i.last_ordinal
                from unnest(:runs::bigint[]) as a (fed) join genealogy.fed_into i on i.fed = a.fed
                """,
                fed,
                AsOf.now(),
                (row, _) -> new FedIntoRow(row.getLong("fed"), Spans.span(row)));
    }

    /** Returns everything that these runs yielded. */
    public List<YieldedRow> outputs(Collection<Long> runs, AsOf asOf) {
        return askOutputs(runs, asOf).from(database);
    }

    static Select<YieldedRow> askOutputs(Collection<Long> runs, AsOf asOf) {
        return Spans.selectRuns(
                "select " + YIELDED + """
                from unnest(:runs::bigint[]) as a (run)
                join genealogy.yielded y on y.run = a.run
                join genealogy.run r on r.key = y.run
                where """ + " " + Known.to("y", asOf),
                runs,
                asOf,
                LinkTable::yielded);
    }

    /**
     * Returns what each of these runs had yielded before the seq by which it is asked for, as far
     * as it was known then; seqs of runs that had yielded nothing are left out.
     */
    public Map<Long, List<Span>> yieldedBefore(Map<Long, RunId> runs) {
        Map<Long, List<Span>> yielded = new HashMap<>();
        if (runs.isEmpty()) return yielded;
        database.sql("""
                select a.seq, y.lot, y.first_ordinal, y.last_ordinal
                from unnest(?::bigint[], ?::text[]) as a (seq, run)
                join genealogy.run r on r.id = a.run
                join genealogy.yielded y on y.run = r.key and y.seq < a.seq
                    and (y.corrected_by is null or y.corrected_by >= a.seq)
                """)
                .params(
                        runs.keySet().toArray(Long[]::new),
                        runs.values().stream().map(RunId::code).toArray(String[]::new))
                .query((row, _) -> yielded.computeIfAbsent(
                                row.getLong("seq"), _ -> new ArrayList<>())
                        .add(Spans.span(row)))
                .list();
        return yielded;
    }

    /** Returns the links by which runs yielded these lots. */
    public List<YieldedRow> yielding(Collection<Span> lots, AsOf asOf) {
        return askYielding(lots, asOf).from(database);
    }

    static Select<YieldedRow> askYielding(Collection<Span> lots, AsOf asOf) {
        return Spans.select(
                "select " + YIELDED + " from " + Spans.FRONTIER + " join genealogy.yielded y on "
                        + Spans.overlap("y") + " join genealogy.run r on r.key = y.run where "
                        + Known.to("y", asOf),
                lots,
                asOf,
                LinkTable::yielded);
    }

    private static FedRow fed(ResultSet row, int number) throws SQLException {
        return new FedRow(
                row.getLong("key"),
                row.getLong("run"),
                row.getBoolean("pool"),
                row.getBoolean("same_material"),
                row.getBoolean("merged"),
                Spans.span(row),
                row.getBigDecimal("quantity"),
                row.getInt("evidence"),
                row.getBoolean("everywhere"));
    }

    private static YieldedRow yielded(ResultSet row, int number) throws SQLException {
        return new YieldedRow(
                row.getLong("run"),
                row.getBoolean("pool"),
                row.getBoolean("same_material"),
                Spans.span(row),
                row.getBigDecimal("quantity"),
                row.getInt("evidence"));
    }
}
