package stemma.catalog.store;

import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.catalog.MalformedMaster;
import stemma.catalog.Master;
import stemma.catalog.MasterPage;
import stemma.catalog.MasterQuery;
import stemma.catalog.Revised;
import stemma.catalog.Standing;
import stemma.database.Select;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * The table of one kind of master. Its select names the columns {@code normal}, {@code standing},
 * {@code revision}, {@code search} and those by which a list may be sorted; its write takes a JSON
 * array of rows {@code {normal, parents, body}} and leaves a table that says the same.
 */
public record MasterTable<M extends Master>(
        JdbcClient jdbc,
        String name,
        String select,
        List<String> writes,
        RowMapper<M> reads,
        Set<String> sorts) {

    /** Returns those that exist of the keys, with the revision of each. */
    public List<Revised<M>> find(Collection<String> normals) {
        return normals.isEmpty() ? List.of() : ask(normals).from(jdbc);
    }

    /** Asks for the same. */
    Select<Revised<M>> ask(Collection<String> normals) {
        Object all = normals.toArray(String[]::new);
        return new Select<>(
                "select * from (" + select + ") m where normal = any(?)",
                List.of(all),
                this::revised);
    }

    /** Writes every row, new or not, in as many statements as the kind has tables. */
    public void put(String rows) {
        for (String write : writes) jdbc.sql(write).param(rows).update();
    }

    /** Counts one more revision for each of the keys. */
    public void countRevision(Collection<String> normals) {
        if (normals.isEmpty()) return;
        jdbc.sql("update catalog." + name + " set revision = revision + 1 where normal = any(?)")
                .param(normals.toArray(String[]::new))
                .update();
    }

    public MasterPage<M> page(MasterQuery query) {
        if (!query.sort().equals("normal") && !sorts.contains(query.sort())) {
            throw new MalformedMaster(
                    "sort_unknown", "sort", "a list is sorted by one of " + sorts);
        }
        String matching = "from (" + select + """
                ) m
                where position(lower(?) in lower(search)) > 0 and standing = any(?)
                """;
        String[] standings = query.standings().stream().map(Standing::word).toArray(String[]::new);
        long total = jdbc.sql("select count(*) " + matching)
                .params(query.text(), standings)
                .query(Long.class)
                .single();
        String direction = query.direction() == MasterQuery.Direction.UP ? "asc" : "desc";
        List<Revised<M>> rows = jdbc.sql("select * " + matching + " order by " + query.sort() + " "
                        + direction + " nulls last, normal limit ? offset ?")
                .params(query.text(), standings, query.limit(), query.offset())
                .query(this::revised)
                .list();
        return new MasterPage<>(rows, total);
    }

    private Revised<M> revised(ResultSet row, int number) throws SQLException {
        M master = reads.mapRow(row, number);
        if (master == null)
            throw new IllegalStateException("a row of catalog." + name + " is no master");
        return new Revised<>(master, row.getInt("revision"));
    }
}
