package stemma.ledger;

import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.Collection;

/**
 * Who writes when. Every append shares the plant; a hold has it alone, briefly. Within, writers of
 * the same lots, runs or containers take turns by row locks on fixed buckets, always in ascending
 * order.
 */
public final class Turns {
    private static final long PLANT = 4010;
    private static final int BUCKETS = 65_536;

    private final JdbcClient database;

    /** Whether others may append at the same time. */
    public enum Company {
        ALONE,
        TOGETHER
    }

    public Turns(JdbcClient database) {
        this.database = database;
    }

    /**
     * Lets the database keep the plans of this transaction's statements, and has it plan them by
     * index alone. They all look up sets, however many there are; planning each anew costs more
     * than running it, and a plan made while a table was empty would go on reading the whole of it.
     */
    void planOnce() {
        database.sql("""
                select set_config('plan_cache_mode', 'force_generic_plan', true),
                       set_config('enable_seqscan', 'off', true),
                       set_config('enable_hashjoin', 'off', true),
                       set_config('enable_mergejoin', 'off', true)
                """).query((row, _) -> row.getString(1)).single();
    }

    /** Waits until this transaction may append, in that company, until it ends. */
    public void enter(Company company) {
        String sql = switch (company) {
            case ALONE -> "select 1 from pg_advisory_xact_lock(?) as entered";
            case TOGETHER -> "select 1 from pg_advisory_xact_lock_shared(?) as entered";
        };
        database.sql(sql).param(PLANT).query(Integer.class).single();
    }

    /**
     * Waits for the turn of each key. Keys must all be taken at once; to widen, give back first.
     */
    public void take(Collection<String> keys) {
        int[] buckets =
                keys.stream().mapToInt(Turns::bucket).sorted().distinct().toArray();
        if (buckets.length == 0) return;
        database.sql("select id from ledger.bucket where id = any(?::int[]) order by id for update")
                .param(buckets)
                .query(Integer.class)
                .list();
    }

    private static int bucket(String key) {
        int hash = 0;
        for (int i = 0; i < key.length(); i++) hash = hash * 31 + key.charAt(i);
        hash ^= hash >>> 16;
        return (hash * 0x9E3779B1 >>> 16) % BUCKETS;
    }
}
