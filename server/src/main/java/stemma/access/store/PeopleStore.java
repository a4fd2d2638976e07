package stemma.access.store;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Reads and writes people, their erasable names and their assignments. */
public final class PeopleStore {
    static final String SELECT = """
            select p.id, p.actor, p.disabled_at is not null as disabled,
                   w.person is not null as has_password, n.code, n.printed_name,
                   (select coalesce(array_agg(a.role order by a.role, a.site), '{}')
                      from access.assignment a where a.person = p.id) as roles,
                   (select coalesce(array_agg(a.site order by a.role, a.site), '{}')
                      from access.assignment a where a.person = p.id) as sites
              from access.person p
              left join access.person_name n on n.person = p.id
              left join access.password w on w.person = p.id
            """;
    private final JdbcClient sql;

    public PeopleStore(JdbcClient sql) {
        this.sql = sql;
    }

    public List<PersonRow> all() {
        return sql.sql(SELECT + " order by n.printed_name nulls last, p.actor")
                .query(PeopleStore::row)
                .list();
    }

    public Optional<PersonRow> byActor(String actor) {
        return sql.sql(SELECT + " where p.actor = ?")
                .param(actor)
                .query(PeopleStore::row)
                .optional();
    }

    public Optional<PersonRow> byCode(String code) {
        return sql.sql(SELECT + " where n.code = ?")
                .param(code)
                .query(PeopleStore::row)
                .optional();
    }

    public Optional<PersonRow> byId(long id) {
        return sql.sql(SELECT + " where p.id = ?")
                .param(id)
                .query(PeopleStore::row)
                .optional();
    }

    public boolean isEmpty() {
        return sql.sql("select not exists (select from access.person)")
                .query(Boolean.class)
                .single();
    }

    /** Waits for every other change of people, so that the last administrator cannot vanish. */
    public void lock() {
        sql.sql("select pg_advisory_xact_lock(hashtextextended('access.people', 0))::text")
                .query(String.class)
                .single();
    }

    public long add(String actor, Instant at) {
        return sql.sql("insert into access.person (actor, added_at) values (?, ?) returning id")
                .param(actor)
                .param(utc(at))
                .query(Long.class)
                .single();
    }

    public void name(long person, String code, String printedName, byte[] salt) {
        sql.sql("""
                        insert into access.person_name (person, code, printed_name, salt)
                        values (?, ?, ?, ?)
                        on conflict (person) do update
                            set code = excluded.code, printed_name = excluded.printed_name,
                                salt = excluded.salt
                        """).param(person).param(code).param(printedName).param(salt).update();
    }

    public void eraseName(long person) {
        sql.sql("delete from access.person_name where person = ?").param(person).update();
    }

    public void assign(long person, List<String> roles, List<String> sites) {
        sql.sql("delete from access.assignment where person = ?").param(person).update();
        sql.sql("""
                        insert into access.assignment (person, role, site)
                        select ?, role, site from unnest(?::text[], ?::text[]) as a(role, site)
                        """)
                .param(person)
                .param(roles.toArray(String[]::new))
                .param(sites.toArray(String[]::new))
                .update();
    }

    /** Disables the person from the moment on, or enables when there is none. */
    public void disable(long person, @Nullable Instant at) {
        sql.sql("update access.person set disabled_at = ?::timestamptz where id = ?")
                .param(at == null ? null : utc(at))
                .param(person)
                .update();
    }

    static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    static PersonRow row(ResultSet row, int number) throws SQLException {
        return new PersonRow(
                row.getLong("id"),
                row.getString("actor"),
                text(row.getString("code")),
                text(row.getString("printed_name")),
                row.getBoolean("disabled"),
                row.getBoolean("has_password"),
                list(row.getArray("roles")),
                list(row.getArray("sites")));
    }

    static List<String> list(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
