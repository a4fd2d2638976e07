package stemma.factory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.database.Database;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Plans of an append are kept, and the first of them were made while the plant was new: what one
 * look-up reads must not grow with the plant. Only intervals are found by overlap, and all these
 * factories happen in the same days.
 */
class KeptPlansTest {
    private static final Set<String> BY_OVERLAP = Set.of(
            "genealogy.run_started", "genealogy.run_not_clear", "genealogy.vessel_flow_when");
    private static final int EARLY = 6;
    private static final int LATE = 30;
    private static final int LENGTH = 60;
    private static final double MANY = 60;
    private static final double MORE = 2.5;

    /** What the look-ups by one index, or the readings of one table, have been so far. */
    private record Read(long times, long rows) {
        Read since(Read before) {
            return new Read(times - before.times, rows - before.rows);
        }

        double each() {
            return times == 0 ? 0 : (double) rows / times;
        }
    }

    @Test
    void what_a_look_up_reads_does_not_grow_with_the_plant() {
        try (PlantWorld world = new PlantWorld()) {
            assertThat(growing(world)).isEmpty();
        }
    }

    @Test
    void an_index_that_misleads_is_found() {
        try (PlantWorld world = new PlantWorld()) {
            JdbcClient.create(world.database.owner())
                    .sql("create index misleading on lots.lot (upper(item), key)"
                            + " where voided_by is null")
                    .update();
            assertThat(growing(world)).anyMatch(reading -> reading.contains("misleading"));
        }
    }

    /** Returns what was read more and more, while factories happened side by side. */
    private static List<String> growing(PlantWorld world) {
        readNoTableWhereAnIndexServes(world.database);
        Map<String, Read> begun = reads(world.database);
        happen(world, 0, EARLY);
        Map<String, Read> early = reads(world.database);
        happen(world, EARLY, LATE);
        Map<String, Read> before = reads(world.database);
        happen(world, LATE, LATE + EARLY);
        List<String> growing = new ArrayList<>();
        reads(world.database).forEach((what, now) -> {
            if (BY_OVERLAP.contains(what)) return;
            Read none = new Read(0, 0);
            double late = now.since(before.getOrDefault(what, none)).each();
            double first = early.getOrDefault(what, none)
                    .since(begun.getOrDefault(what, none))
                    .each();
            if (late > MANY && late > MORE * first) growing.add(what + ": " + first + ", " + late);
        });
        return growing;
    }

    private static void readNoTableWhereAnIndexServes(Database database) {
        JdbcClient owner = JdbcClient.create(database.owner());
        String name = owner.sql("select current_database()").query(String.class).single();
        owner.sql("alter database \"" + name + "\" set enable_seqscan = off").update();
    }

    private static void happen(PlantWorld world, int from, int to) {
        for (int seed = from; seed < to; seed++) {
            world.happen(Plan.of(seed, 8_000_000_000L + seed, LENGTH, Plant.Claims.MIXED));
        }
        world.transactions.executeWithoutResult(
                _ -> world.app.sql("select pg_stat_force_next_flush()").query(row -> {}));
    }

    private static Map<String, Read> reads(Database database) {
        Map<String, Read> reads = new TreeMap<>();
        JdbcClient.create(database.owner()).sql("""
                select schemaname || '.' || indexrelname as what, idx_scan as times,
                       idx_tup_read as rows
                from pg_stat_user_indexes
                union all
                select schemaname || '.' || relname, seq_scan, seq_tup_read
                from pg_stat_user_tables
                """).query(row -> {
            reads.put(row.getString("what"), new Read(row.getLong("times"), row.getLong("rows")));
        });
        return reads;
    }
}
