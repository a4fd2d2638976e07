package stemma.genealogy.store;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.identifiers.LotNumber;
import stemma.identifiers.ShipmentCode;
import stemma.stock.Departed;
import stemma.stock.ShippedUnits;
import stemma.trace.Fact;
import stemma.trace.Span;
import stemma.trace.TraceIndex.Facts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads what the rows of links state, as facts for the index: those recorded under some entries,
 * and, to be withdrawn, those that the entries ended. A row that was recorded and ended among the
 * same entries is stated first. What was shipped is told with them. A run's line is told by each
 * event; which run it came after is what all its events together say.
 */
public final class FactTable {
    private static final String SINCE = "unnest(?::bigint[]) as a (seq) join ";
    private static final String FED = """
            select f.key, f.run, r.kind, r.likeness, f.lot, f.first_ordinal, f.last_ordinal,
                   array(select i.lot || ':' || i.first_ordinal || ':' || i.last_ordinal
                         from genealogy.fed_into i where i.fed = f.key and not f.everywhere) as into
            from\s""" + SINCE + "genealogy.fed f on f.%s = a.seq"
            + " join genealogy.run r on r.key = f.run order by f.key";
    private static final String YIELDED = """
            select y.run, r.kind, r.likeness, y.lot, y.first_ordinal, y.last_ordinal
            from\s""" + SINCE + "genealogy.yielded y on y.%s = a.seq"
            + " join genealogy.run r on r.key = y.run order by y.seq";
    private static final String FLOWS = "select v.vessel, v.direction, v.lot, v.first_ordinal,"
            + " v.last_ordinal, " + moments("v") + " from " + SINCE
            + "genealogy.vessel_flow v on v.%s = a.seq order by v.seq, v.line";
    private static final String STATED = "select s.run, s.line, s.basis, " + moments("s") + " from "
            + SINCE + "genealogy.run_stated s on s.%s = a.seq order by s.seq";

    private final JdbcClient database;
    private final Function<String, Optional<Long>> lines;
    private final Departed departed;
    private final FactMemory memory;

    /** There is no key left for a new line: the index is to be told anew. */
    public static final class NoKeyLeft extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /**
     * Reads; {@code lines} gives lines keys in the order of their codes, since of two lines that
     * events name for one run the lower holds. The memory is of all that was told before.
     */
    public FactTable(
            JdbcClient database, Function<String, Optional<Long>> lines, FactMemory memory) {
        this.database = database;
        this.memory = memory;
        this.lines = lines;
        this.departed = new Departed(database);
    }

    /** Returns the lines that runs are known on. */
    public static List<String> lines(JdbcClient database) {
        return database.sql("select distinct line from genealogy.run_stated where line is not null")
                .query((row, _) -> row.getString("line"))
                .list();
    }

    /** Returns the shipment that has this key in the index. */
    public ShipmentCode shipment(long key) {
        return new ShipmentCode(memory.shipments.text(key));
    }

    /** Tells what these entries state, and withdraws what they ended. */
    public void tell(long[] seqs, Facts facts) {
        Set<Long> runs = new HashSet<>();
        for (Fact fact : read(seqs, "seq", runs)) facts.state(fact);
        for (ShippedUnits units : departed.under(seqs)) facts.state(shipped(units));
        for (Fact fact : read(seqs, "corrected_by", runs)) facts.withdraw(fact);
        for (ShippedUnits units : departed.endedBy(seqs)) facts.withdraw(shipped(units));
        tellWhatCameBefore(runs, facts);
    }

    private List<Fact> read(long[] seqs, String column, Set<Long> runs) {
        List<Fact> facts = new ArrayList<>();
        database.sql(STATED.formatted(column)).param(seqs).query(row -> {
            facts.add(stated(row));
            runs.add(row.getLong("run"));
        });
        database.sql(FED.formatted(column)).param(seqs).query(row -> {
            facts.add(fed(row));
            runs.add(row.getLong("run"));
        });
        database.sql(YIELDED.formatted(column)).param(seqs).query(row -> {
            facts.add(yielded(row));
            runs.add(row.getLong("run"));
        });
        database.sql(FLOWS.formatted(column)).param(seqs).query(row -> {
            facts.add(flow(row));
        });
        return facts;
    }

    /** A run may be named as the one before by a run that was recorded earlier than itself. */
    private void tellWhatCameBefore(Set<Long> runs, Facts facts) {
        Map<Long, Long> now = new HashMap<>();
        Set<Long> changed = new HashSet<>(runs);
        Long[] keys = runs.toArray(Long[]::new);
        database.sql("""
                select r.key as later, p.key as earlier
                from unnest(?::bigint[]) as a (key)
                join genealogy.run r on r.key = a.key join genealogy.run p on p.id = r.after
                union
                select r.key, p.key
                from unnest(?::bigint[]) as a (key)
                join genealogy.run p on p.key = a.key join genealogy.run r on r.after = p.id
                """).params(keys, keys).query(row -> {
            now.put(row.getLong("later"), row.getLong("earlier"));
            changed.add(row.getLong("later"));
        });
        for (long run : changed) {
            Long told = memory.after.get(run);
            Long said = now.get(run);
            if (told != null && !told.equals(said)) {
                facts.withdraw(cameAfter(run, told));
                memory.after.remove(run);
            }
            if (said != null && !said.equals(told)) {
                facts.state(cameAfter(run, said));
                memory.after.put(run, said);
            }
        }
    }

    /** Says nothing of when the run began. */
    private static Fact cameAfter(long run, long earlier) {
        return new Fact.Stated(
                run,
                Fact.Stated.NONE,
                earlier,
                Fact.Basis.NONE,
                Long.MAX_VALUE - 1,
                Long.MAX_VALUE - 1);
    }

    private Fact stated(ResultSet row) throws SQLException {
        String line = row.getString("line");
        return new Fact.Stated(
                row.getLong("run"),
                line == null ? Fact.Stated.NONE : lines.apply(line).orElseThrow(NoKeyLeft::new),
                Fact.Stated.NONE,
                row.getString("basis").equals("NONE") ? Fact.Basis.NONE : Fact.Basis.CLEAR,
                row.getLong("began"),
                row.getLong("ended"));
    }

    private static Fact fed(ResultSet row) throws SQLException {
        List<Span> into = new ArrayList<>();
        for (String output : (String[]) row.getArray("into").getArray()) {
            String[] parts = output.split(":");
            into.add(new Span(
                    Long.parseLong(parts[0]),
                    Integer.parseInt(parts[1]),
                    Integer.parseInt(parts[2])));
        }
        return new Fact.Fed(row.getLong("key"), row.getLong("run"), nature(row), span(row), into);
    }

    private static Fact yielded(ResultSet row) throws SQLException {
        return new Fact.Yielded(row.getLong("run"), nature(row), span(row));
    }

    private Fact flow(ResultSet row) throws SQLException {
        long vessel = memory.vessels.of(row.getString("vessel"));
        long from = row.getLong("began");
        long to = row.getLong("ended");
        return switch (row.getString("direction")) {
            case "fill" -> new Fact.Filled(vessel, span(row), from, to);
            case "draw" -> new Fact.Drawn(vessel, span(row), from, to);
            default -> new Fact.Emptied(vessel, from, to);
        };
    }

    /**
     * In the index a shipment is its code; to whom it goes and how much it holds, which an event
     * may say anew, the tables tell.
     */
    private Fact shipped(ShippedUnits units) {
        return new Fact.Shipped(
                memory.shipments.of(LotNumber.normal(units.shipment().code())),
                0,
                0,
                new Span(units.lot(), units.first(), units.last()),
                0);
    }

    private static Fact.Nature nature(ResultSet row) throws SQLException {
        if (row.getString("kind").equals("POOL")) return Fact.Nature.POOL;
        return row.getString("likeness").equals("SAME_MATERIAL")
                ? Fact.Nature.SAME_MATERIAL
                : Fact.Nature.PLAIN;
    }

    private static Span span(ResultSet row) throws SQLException {
        return new Span(
                row.getLong("lot"), row.getInt("first_ordinal"), row.getInt("last_ordinal"));
    }

    private static String moments(String alias) {
        return "(extract(epoch from LINK.occurred_from) * 1000000)::bigint as began, "
                        .replace("LINK", alias)
                + "(extract(epoch from LINK.occurred_to) * 1000000)::bigint as ended"
                        .replace("LINK", alias);
    }
}
