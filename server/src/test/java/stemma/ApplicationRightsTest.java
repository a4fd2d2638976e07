package stemma;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.database.Database;
import stemma.database.TestDatabases;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import javax.sql.DataSource;

/**
 * What the database forbids to the roles of the program, over every table that there is: the record
 * is only added to, and no table is emptied, altered or dropped, those of tomorrow included.
 */
class ApplicationRightsTest {
    /** The rooms whose tables are the record itself. */
    private static final Set<String> RECORD = Set.of("journal", "ledger", "audit", "signatures");

    /** By its rows writers take turns: locking one needs the right to change it. */
    private static final String TURNS = "ledger.bucket";

    private static Database database;

    @BeforeAll
    static void open() {
        database = TestDatabases.fresh();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    private record Table(String schema, String name, String column) {
        String full() {
            return schema + "." + name;
        }
    }

    private static List<Table> tables() {
        List<Table> tables = JdbcClient.create(database.owner())
                .sql("""
                        select n.nspname, c.relname, (select a.attname from pg_attribute a
                               where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attidentity = ''
                               order by a.attnum limit 1)
                          from pg_class c join pg_namespace n on n.oid = c.relnamespace
                         where c.relkind in ('r', 'p') and n.nspname !~ '^(pg_|information_schema)'
                           and c.relname <> 'flyway_schema_history'
                         order by 1, 2
                        """)
                .query((row, number) ->
                        new Table(row.getString(1), row.getString(2), row.getString(3)))
                .list();
        assertThat(tables).hasSizeGreaterThan(50);
        assertThat(tables).extracting(Table::schema).containsAll(RECORD);
        return tables;
    }

    private static List<Table> record() {
        return tables().stream()
                .filter(table -> RECORD.contains(table.schema()))
                .filter(table -> !table.full().equals(TURNS))
                .toList();
    }

    private static String answer(DataSource role, String sql) {
        try {
            JdbcClient.create(role).sql(sql).update();
            return "done";
        } catch (DataAccessException refused) {
            return String.valueOf(refused.getMostSpecificCause().getMessage());
        }
    }

    private static List<String> notForbidden(DataSource role, List<String> statements) {
        List<String> faults = new ArrayList<>();
        for (String sql : statements) {
            String answer = answer(role, sql);
            if (!answer.contains("permission denied") && !answer.contains("must be owner"))
                faults.add(sql + ": " + answer);
        }
        return faults;
    }

    @Test
    void the_application_changes_nothing_of_the_record() {
        List<String> statements = new ArrayList<>();
        for (Table table : record()) {
            String column = "\"" + table.column() + "\"";
            statements.add("UPDATE " + table.full() + " SET " + column + " = " + column);
            statements.add("DELETE FROM " + table.full());
        }
        assertThat(statements).hasSizeGreaterThan(20);
        assertThat(notForbidden(database.app(), statements)).isEmpty();
    }

    @Test
    void neither_role_empties_alters_or_drops_any_table() {
        List<String> statements = new ArrayList<>();
        for (Table table : tables()) {
            statements.add("TRUNCATE " + table.full());
            statements.add("ALTER TABLE " + table.full() + " DISABLE TRIGGER ALL");
            statements.add("ALTER TABLE " + table.full() + " ADD COLUMN another text");
            statements.add("DROP TABLE " + table.full());
        }
        assertThat(notForbidden(database.app(), statements)).isEmpty();
        assertThat(notForbidden(database.sealer(), statements)).isEmpty();
    }

    @Test
    void neither_role_makes_anything_or_gives_itself_a_right() {
        List<String> schemas = tables().stream().map(Table::schema).distinct().toList();
        List<String> statements = new ArrayList<>();
        for (String schema : schemas) {
            statements.add("CREATE TABLE " + schema + ".mine (id int)");
            statements.add("DROP SCHEMA " + schema + " CASCADE");
        }
        statements.add("CREATE SCHEMA mine");
        assertThat(notForbidden(database.app(), statements)).isEmpty();
        assertThat(notForbidden(database.sealer(), statements)).isEmpty();
    }

    @Test
    void the_owner_is_forbidden_nothing_so_that_these_tests_have_teeth() {
        assertThat(answer(database.owner(), "UPDATE audit.trail SET subject = subject"))
                .isEqualTo("done");
    }
}
