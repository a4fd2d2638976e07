package stemma;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.database.Database;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Every row of every table of ours as text; two of them tell what has changed in between. */
record DatabaseContent(Map<String, Map<String, Integer>> rows) {
    static DatabaseContent of(Database database) {
        JdbcClient owner = JdbcClient.create(database.owner());
        List<String[]> tables = owner.sql("""
                        select c.oid::regclass::text, coalesce(i.inhparent, c.oid)::regclass::text
                        from pg_class c
                        join pg_namespace n on n.oid = c.relnamespace
                        left join pg_inherits i on i.inhrelid = c.oid
                        where c.relkind = 'r'
                          and n.nspname not in ('pg_catalog', 'information_schema')
                        order by 1
                        """)
                .query((row, number) -> new String[] {row.getString(1), row.getString(2)})
                .list();
        Map<String, Map<String, Integer>> all = new TreeMap<>();
        String every = tables.stream()
                // Asking alone moves the moment at which a token or a session was last seen.
                .map(table -> "select '" + table[1] + "' as name,"
                        + " (to_jsonb(t) - 'seen_at' - 'used_at')::text as row from only "
                        + table[0] + " t")
                .collect(Collectors.joining(" union all "));
        owner.sql(every).query(row -> {
            all.computeIfAbsent(row.getString("name"), name -> new HashMap<>())
                    .merge(row.getString("row"), 1, Integer::sum);
        });
        return new DatabaseContent(all);
    }

    /** Returns the rows that are here and not in the other, by table. */
    Map<String, List<String>> beyond(DatabaseContent other) {
        Map<String, List<String>> more = new TreeMap<>();
        rows.forEach((table, here) -> {
            Map<String, Integer> there = other.rows.getOrDefault(table, Map.of());
            List<String> added = new ArrayList<>();
            here.forEach((row, count) -> {
                for (int i = there.getOrDefault(row, 0); i < count; i++) added.add(row);
            });
            if (!added.isEmpty()) more.put(table, added);
        });
        return more;
    }
}
