package stemma.access.store;

import static stemma.access.store.PeopleStore.utc;

import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Reads and writes sessions, found by the digest of their secret. */
public final class SessionStore {
    /** A session that has not ended: its number, whose it is, when begun and when last used. */
    public record SessionRow(long id, long person, Instant begunAt, Instant seenAt) {}

    private final JdbcClient sql;

    public SessionStore(JdbcClient sql) {
        this.sql = sql;
    }

    public long begin(byte[] digest, long person, Instant at) {
        return sql.sql("""
                        insert into access.session (digest, person, begun_at, seen_at)
                        values (?, ?, ?, ?) returning id
                        """)
                .param(digest)
                .param(person)
                .param(utc(at))
                .param(utc(at))
                .query(Long.class)
                .single();
    }

    public Optional<SessionRow> open(byte[] digest) {
        return sql.sql("""
                        select id, person, begun_at, seen_at from access.session
                         where digest = ? and ended_at is null
                        """)
                .param(digest)
                .query((row, number) -> new SessionRow(
                        row.getLong("id"),
                        row.getLong("person"),
                        row.getObject("begun_at", OffsetDateTime.class).toInstant(),
                        row.getObject("seen_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    public Optional<Instant> begunAt(long id) {
        return sql.sql("select begun_at from access.session where id = ?")
                .param(id)
                .query((row, _) ->
                        row.getObject("begun_at", OffsetDateTime.class).toInstant())
                .optional();
    }

    public void seen(long id, Instant at) {
        sql.sql("update access.session set seen_at = ? where id = ?")
                .param(utc(at))
                .param(id)
                .update();
    }

    public void end(byte[] digest, Instant at) {
        sql.sql("update access.session set ended_at = ? where digest = ? and ended_at is null")
                .param(utc(at))
                .param(digest)
                .update();
    }

    public int endAll(long person, Instant at) {
        return sql.sql("""
                        update access.session set ended_at = ?
                         where person = ? and ended_at is null
                        """).param(utc(at)).param(person).update();
    }
}
