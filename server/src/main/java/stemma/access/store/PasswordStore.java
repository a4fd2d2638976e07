package stemma.access.store;

import static stemma.access.store.PeopleStore.utc;

import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Reads and writes password hashes, counted attempts and invitations. */
public final class PasswordStore {
    /** How many attempts since the last success, and from when on the next is looked at. */
    public record Attempts(int attempts, Instant nextAt) {}

    private final JdbcClient sql;

    public PasswordStore(JdbcClient sql) {
        this.sql = sql;
    }

    public Optional<String> hash(long person) {
        return sql.sql("select hash from access.password where person = ?")
                .param(person)
                .query(String.class)
                .optional();
    }

    public void keep(long person, String hash, Instant at) {
        sql.sql("""
                        insert into access.password (person, hash, changed_at) values (?, ?, ?)
                        on conflict (person) do update
                            set hash = excluded.hash, changed_at = excluded.changed_at
                        """).param(person).param(hash).param(utc(at)).update();
    }

    public void forget(long person) {
        sql.sql("delete from access.password where person = ?").param(person).update();
    }

    /** Reads the attempts under the row's lock, so that guesses at once are counted one by one. */
    public Attempts lockedAttempts(long person, Instant now) {
        sql.sql("""
                        insert into access.attempt (person, attempts, next_at) values (?, 0, ?)
                        on conflict (person) do nothing
                        """).param(person).param(utc(now)).update();
        return sql.sql("select attempts, next_at from access.attempt where person = ? for update")
                .param(person)
                .query((row, number) -> new Attempts(
                        row.getInt("attempts"),
                        row.getObject("next_at", OffsetDateTime.class).toInstant()))
                .single();
    }

    public void count(long person, Attempts counted) {
        sql.sql("update access.attempt set attempts = ?, next_at = ? where person = ?")
                .param(counted.attempts())
                .param(utc(counted.nextAt()))
                .param(person)
                .update();
    }

    public void clearAttempts(long person) {
        sql.sql("delete from access.attempt where person = ?").param(person).update();
    }

    public void invite(long person, byte[] digest, Instant expiresAt) {
        sql.sql("""
                        insert into access.invitation (digest, person, expires_at) values (?, ?, ?)
                        on conflict (person) do update
                            set digest = excluded.digest, expires_at = excluded.expires_at
                        """).param(digest).param(person).param(utc(expiresAt)).update();
    }

    /** Uses the invitation up and returns whose it was; empty when unknown or past its end. */
    public Optional<Long> takeInvitation(byte[] digest, Instant now) {
        return sql.sql("""
                        delete from access.invitation where digest = ? and expires_at > ?
                        returning person
                        """).param(digest).param(utc(now)).query(Long.class).optional();
    }

    public Optional<Long> invited(byte[] digest, Instant now) {
        return sql.sql("select person from access.invitation where digest = ? and expires_at > ?")
                .param(digest)
                .param(utc(now))
                .query(Long.class)
                .optional();
    }

    public void withdrawInvitation(long person) {
        sql.sql("delete from access.invitation where person = ?").param(person).update();
    }
}
