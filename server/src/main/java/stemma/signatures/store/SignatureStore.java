package stemma.signatures.store;

import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

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
