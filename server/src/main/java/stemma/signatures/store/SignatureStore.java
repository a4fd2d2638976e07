package stemma.signatures.store;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.identifiers.ActorId;
import stemma.signatures.Signature;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Adds signatures and finds them again by everything they state. */
public final class SignatureStore {
    private final JdbcClient sql;

    public SignatureStore(JdbcClient sql) {
        this.sql = sql;
    }

    public void add(
            String signer,
            String printedName,
            String meaning,
            Instant at,
            byte[] digest,
            String session,
            String device) {
        sql.sql("""
                        insert into signatures.signature
                            (signer, printed_name, meaning, signed_at, digest, session, device)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(signer)
                .param(printedName)
                .param(meaning)
                .param(utc(at))
                .param(digest)
                .param(session)
                .param(device)
                .update();
    }

    /** A signature as it is kept, by its number. */
    public record Row(long id, Signature signature) {}

    /** Returns the signatures behind a number, at most so many. */
    public List<Row> some(long after, int count) {
        return sql.sql("""
            select id, signer, printed_name, meaning, signed_at, digest
            from signatures.signature where id > ? order by id limit ?
            """)
                .params(after, count)
                .query((row, _) -> new Row(
                        row.getLong("id"),
                        new Signature(
                                new ActorId(row.getString("signer")),
                                row.getString("printed_name"),
                                row.getString("meaning"),
                                row.getTimestamp("signed_at").toInstant(),
                                HexFormat.of().formatHex(row.getBytes("digest")))))
                .list();
    }

    /** Returns when somebody last signed in a session, since that moment. */
    public Optional<Instant> last(String session, String signer, Instant since) {
        return sql.sql("""
            select signed_at from signatures.signature
            where session = ? and signer = ? and signed_at >= ?
            order by signed_at desc limit 1
            """)
                .params(session, signer, utc(since))
                .query((row, _) -> row.getTimestamp("signed_at").toInstant())
                .optional();
    }

    public boolean isGiven(
            String signer, String printedName, String meaning, Instant at, byte[] digest) {
        return sql.sql("""
                        select exists (select from signatures.signature
                                        where digest = ? and signer = ? and printed_name = ?
                                          and meaning = ? and signed_at = ?)
                        """)
                .param(digest)
                .param(signer)
                .param(printedName)
                .param(meaning)
                .param(utc(at))
                .query(Boolean.class)
                .single();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
