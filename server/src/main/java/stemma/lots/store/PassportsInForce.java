package stemma.lots.store;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.journal.Finding;
import stemma.journal.Invariant;

import java.util.List;
import java.util.function.Consumer;

/**
 * That a lot is shown with the passport that is in force, and a unit under one number that no other
 * has.
 */
public final class PassportsInForce implements Invariant {
    private static final int AT_ONCE = 1_000;

    private final JdbcClient database;

    public PassportsInForce(JdbcClient database) {
        this.database = database;
    }

    @Override
    public String word() {
        return "passports_in_force";
    }

    @Override
    public String sentence() {
        return "Each lot bears the item and number of its passport, each unit a number of its own.";
    }

    @Override
    public Slice look(String after, Consumer<Finding> findings) {
        long from = after.isEmpty() ? 0 : Long.parseLong(after);
        List<Long> keys = database.sql(
                        "select key from lots.lot where key > ? order by key limit ?")
                .params(from, AT_ONCE)
                .query((row, _) -> row.getLong(1))
                .list();
        if (keys.isEmpty()) return Slice.end(0);
        long to = keys.getLast();
        passports(from, to, findings);
        serials(from, to, findings);
        new FoundByPassport(database).look(from, to, findings);
        return Slice.more(Long.toString(to), keys.size());
    }

    private void passports(long from, long to, Consumer<Finding> findings) {
        database.sql("""
            select birth || '/' || first_ordinal as lot, number
            from (
                select l.*, coalesce(
                    (select c.passport from lots.passport_change c
                     where c.lot = l.key and c.corrected_by is null
                     order by c.occurred_from desc, c.seq desc limit 1),
                    l.birth_passport)::jsonb as in_force
                from lots.lot l where l.key > ? and l.key <= ?) l
            where l.in_force <> l.passport::jsonb or l.in_force ->> 'item' <> l.item
               or l.in_force ->> 'number' <> l.number
            order by l.key
            """).params(from, to).query(row -> {
            findings.accept(Finding.of(
                    "passport_differs",
                    "lot " + row.getString("lot") + " is shown as " + row.getString("number")
                            + ", and its passport in force says otherwise"));
        });
    }

    private void serials(long from, long to, Consumer<Finding> findings) {
        database.sql("""
            select l.birth || '/' || l.first_ordinal as lot, count(s.*) as serials
            from lots.lot l join lots.serial s on s.lot = l.key
            where l.key > ? and l.key <= ? and l.voided_by is null
            group by l.key
            having count(s.*) <> l.last_ordinal - l.first_ordinal + 1
                or count(distinct s.ordinal) <> count(s.*)
                or min(s.ordinal) <> l.first_ordinal
            order by l.key
            """).params(from, to).query(row -> {
            findings.accept(Finding.of(
                    "serials_differ",
                    "block " + row.getString("lot") + " has " + row.getLong("serials")
                            + " serial numbers, not one for each unit"));
        });
    }
}
