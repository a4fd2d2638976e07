package stemma.access.store;

import static stemma.access.store.PeopleStore.utc;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.database.AskedTogether;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads and writes tokens, found by the digest of their secret. */
public final class TokenStore {
    /** A token as the table holds it. */
    public record TokenRow(
            long id,
            long person,
            String actor,
            String label,
            List<String> scope,
            Instant issuedAt,
            Instant expiresAt,
            Optional<Instant> usedAt,
            Optional<Instant> revokedAt) {}

    /** A token with the person whose it is. */
    public record Owned(TokenRow token, PersonRow owner) {}

    private static final String SELECT = """
            select t.id as token, t.person, p.actor, t.label, t.scope, t.issued_at, t.expires_at,
                   t.used_at, t.revoked_at
              from access.token t join access.person p on p.id = t.person
            """;
    // Asked with every request of a program: one question for token and owner, and one for all who
    // ask at the same time. How many they are is hidden from the planner, which would plan each
    // question anew.
    private static final String OWNED = """
            select a.hex, p.*, t.id as token, t.person, t.label, t.scope, t.issued_at,
                   t.expires_at, t.used_at, t.revoked_at
              from unnest((select ?::text[])) as a (hex)
             cross join lateral (
                   select * from access.token t where t.digest = decode(a.hex, 'hex') offset 0) t
             cross join lateral (%s where p.id = t.person offset 0) p
            """.formatted(PeopleStore.SELECT);
    private final JdbcClient sql;
    private final AskedTogether<String, Owned> owned = new AskedTogether<>(this::byHex);

    public TokenStore(JdbcClient sql) {
        this.sql = sql;
    }

    public long add(
            byte[] digest, long person, String label, List<String> scope, Instant at, Instant end) {
        return sql.sql("""
                        insert into access.token
                            (digest, person, label, scope, issued_at, expires_at)
                        values (?, ?, ?, ?::text[], ?, ?) returning id
                        """)
                .param(digest)
                .param(person)
                .param(label)
                .param(scope.toArray(String[]::new))
                .param(utc(at))
                .param(utc(end))
                .query(Long.class)
                .single();
    }

    public Optional<Owned> byDigest(byte[] digest) {
        String hex = HexFormat.of().formatHex(digest);
        return Optional.ofNullable(owned.of(Set.of(hex)).get(hex));
    }

    private Map<String, Owned> byHex(Set<String> digests) {
        Map<String, Owned> found = new HashMap<>();
        sql.sql(OWNED).param(digests.toArray(String[]::new)).query(row -> {
            Owned one = new Owned(row(row, 0), PeopleStore.row(row, 0));
            found.put(row.getString("hex"), one);
        });
        return found;
    }

    public Optional<TokenRow> byId(long id) {
        return sql.sql(SELECT + " where t.id = ?")
                .param(id)
                .query(TokenStore::row)
                .optional();
    }

    public List<TokenRow> of(long person) {
        return sql.sql(SELECT + " where t.person = ? order by t.id desc")
                .param(person)
                .query(TokenStore::row)
                .list();
    }

    public void used(long id, Instant at) {
        sql.sql("update access.token set used_at = ? where id = ?")
                .param(utc(at))
                .param(id)
                .update();
    }

    public boolean revoke(long id, Instant at) {
        return sql.sql("update access.token set revoked_at = ? where id = ? and revoked_at is null")
                        .param(utc(at))
                        .param(id)
                        .update()
                == 1;
    }

    private static TokenRow row(ResultSet row, int number) throws SQLException {
        return new TokenRow(
                row.getLong("token"),
                row.getLong("person"),
                row.getString("actor"),
                row.getString("label"),
                PeopleStore.list(row.getArray("scope")),
                row.getObject("issued_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                instant(row.getObject("used_at", OffsetDateTime.class)),
                instant(row.getObject("revoked_at", OffsetDateTime.class)));
    }

    private static Optional<Instant> instant(@Nullable OffsetDateTime at) {
        return at == null ? Optional.empty() : Optional.of(at.toInstant());
    }
}
