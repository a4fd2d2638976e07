package stemma.stock.store;

import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.List;

/**
 * Keeps containment a forest. Reports and corrections may say that a case is in a pallet and the
 * pallet in the case; then what was said of the earlier time gives way: that container stands
 * nowhere known until somebody says where it is.
 */
final class Circles {
    private final JdbcClient database;

    Circles(JdbcClient database) {
        this.database = database;
    }

    /** Breaks each circle that any of the containers is in or leads to. */
    void loose(String[] codes) {
        for (String[] circle = find(codes); circle.length > 0; circle = find(codes)) {
            database.sql("""
                    update stock.container c set parent = null, place = null
                    where c.code = (
                        select s.code from stock.container_step s
                        join (select t.code, max(t.occurred_to) as last
                            from stock.container_step t
                            where t.code = any(?::text[]) and t.corrected_by is null and t.goes
                            group by t.code) l on l.code = s.code and l.last = s.occurred_to
                        where s.corrected_by is null and s.goes
                        order by s.occurred_to, s.seq, s.code limit 1)
                    """).param(circle).update();
        }
    }

    private String[] find(String[] codes) {
        List<String[]> found = database.sql("""
                with recursive up as (
                    select c.code, c.parent, array[c.code] as path, false as closed
                    from stock.container c
                    where c.code = any(?::text[]) and c.parent is not null
                    union all
                    select p.code, p.parent, u.path || p.code, p.code = any(u.path)
                    from up u join stock.container p on p.code = u.parent
                    where not u.closed)
                select path[array_position(path, code) + 1 :] from up
                where closed order by code limit 1
                """)
                .param(codes)
                .query((row, _) -> (String[]) row.getArray(1).getArray())
                .list();
        return found.isEmpty() ? new String[0] : found.getFirst();
    }
}
