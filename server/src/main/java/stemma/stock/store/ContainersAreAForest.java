package stemma.stock.store;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.journal.Finding;
import stemma.journal.Invariant;

import java.util.List;
import java.util.function.Consumer;

/**
 * That a container stands where its last step put it, in one place or one other container, and that
 * none is inside itself.
 */
public final class ContainersAreAForest implements Invariant {
    private static final int AT_ONCE = 500;
    private static final int DEEPEST = 100;

    private final JdbcClient database;

    public ContainersAreAForest(JdbcClient database) {
        this.database = database;
    }

    @Override
    public String word() {
        return "containers_are_a_forest";
    }

    @Override
    public String sentence() {
        return "Each container stands where it was last put, and none is inside itself.";
    }

    @Override
    public Slice look(String after, Consumer<Finding> findings) {
        List<String> codes = database.sql("""
            select code from (
                (select code from stock.container where code > :after order by code limit :most)
                union
                (select distinct code from stock.container_step
                 where code > :after order by code limit :most)) as c
            order by code limit :most
            """)
                .param("after", after)
                .param("most", AT_ONCE)
                .query((row, _) -> row.getString(1))
                .list();
        if (codes.isEmpty()) return Slice.end(0);
        String[] all = codes.toArray(String[]::new);
        circles(all, findings);
        steps(all, findings);
        return Slice.more(codes.getLast(), codes.size());
    }

    private void circles(String[] codes, Consumer<Finding> findings) {
        database.sql("""
            with recursive up as (
                select code as first, parent, 1 as depth
                from stock.container where code = any(?::text[])
                union all
                select u.first, c.parent, u.depth + 1
                from up u join stock.container c on c.code = u.parent
                where u.depth < ? and u.parent <> u.first)
            select distinct first from up where parent = first or depth = ? order by first
            """).params(codes, DEEPEST, DEEPEST).query(row -> {
            findings.accept(Finding.of(
                    "container_in_itself",
                    "container " + row.getString("first") + " is inside itself"));
        });
    }

    /** What was loosed from a circle stands nowhere; everything else as its last step says. */
    private void steps(String[] codes, Consumer<Finding> findings) {
        database.sql("""
            with last as (
                select distinct on (s.code) s.code, s.parent, s.place
                from stock.container_step s
                where s.code = any(:codes::text[]) and s.corrected_by is null and s.goes
                order by s.code, s.occurred_to desc, s.seq desc),
            stands as (
                select code, parent, place from stock.container
                where code = any(:codes::text[]))
            select code from last full join stands using (code)
            where last.code is null or stands.code is null
               or (last.parent, last.place) is distinct from (stands.parent, stands.place)
              and (stands.parent is not null or stands.place is not null)
            order by code
            """).param("codes", codes).query(row -> {
            findings.accept(Finding.of(
                    "container_elsewhere",
                    "container " + row.getString("code") + " is not where it was last put"));
        });
    }
}
