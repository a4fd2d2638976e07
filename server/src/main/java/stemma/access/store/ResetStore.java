package stemma.access.store;

import static stemma.access.store.PeopleStore.utc;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.access.Reset;
import stemma.identifiers.ActorId;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * Keeps which passwords were reset by whom, and who let whom in, and who has confirmed since whose
 * they are.
 */
public final class ResetStore {
    private static final String READ = """
            select p.actor, r.kind, r.reset_by, r.reset_at, r.reason, r.confirmed_by, r.confirmed_at
            from access.reset r join access.person p on p.id = r.person
            """;

    private final JdbcClient sql;

    public ResetStore(JdbcClient sql) {
        this.sql = sql;
    }

    public void begin(long person, Reset.Kind kind, String by, Instant at, String reason) {
        sql.sql("""
                insert into access.reset (person, kind, reset_by, reset_at, reason)
                values (?, ?, ?, ?, ?)
                """).params(person, kind.word(), by, utc(at), reason).update();
    }

    /** Confirms every reset of the person that waits; one confirmation is of the password now. */
    public void confirm(String actor, String by, Instant at) {
        sql.sql("""
                update access.reset set confirmed_by = ?, confirmed_at = ?
                where confirmed_at is null
                  and person = (select id from access.person where actor = ?)
                """).params(by, utc(at), actor).update();
    }

    /** Returns those that nobody has confirmed, the latest first. */
    public List<Reset> open() {
        return sql.sql(READ + " where r.confirmed_at is null order by r.id desc")
                .query((row, _) -> reset(row))
                .list();
    }

    /** Returns those of a person since a moment and those that wait, the latest first. */
    public List<Reset> of(String actor, Instant since) {
        return sql.sql(READ + """
                 where p.actor = ? and (r.confirmed_at is null or r.reset_at >= ?)
                order by r.id desc
                """)
                .params(actor, utc(since))
                .query((row, _) -> reset(row))
                .list();
    }

    private static Reset reset(ResultSet row) throws SQLException {
        String confirmed = row.getString("confirmed_by");
        return new Reset(
                new ActorId(row.getString("actor")),
                Reset.Kind.of(row.getString("kind")),
                new ActorId(row.getString("reset_by")),
                row.getObject("reset_at", OffsetDateTime.class).toInstant(),
                row.getString("reason"),
                confirmed == null ? null : new ActorId(confirmed),
                moment(row.getObject("confirmed_at", OffsetDateTime.class)));
    }

    private static @Nullable Instant moment(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
