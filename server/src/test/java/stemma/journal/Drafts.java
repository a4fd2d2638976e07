package stemma.journal;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import stemma.database.Database;
import stemma.identifiers.ActorId;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

import javax.sql.DataSource;

/** Drafts whose bodies tell them apart, and the transactions that append them. */
final class Drafts {
    private static final AtomicLong NEXT = new AtomicLong();
    static final Author QUINN = new Author(ActorId.of("quinn"), "session-1", "dock \"2\" ü");

    private Drafts() {}

    static Draft one() {
        long number = NEXT.incrementAndGet();
        byte[] body = ("{\"lot\":\"F-" + number + "\",\"type\":\"received\"}")
                .getBytes(StandardCharsets.UTF_8);
        UUID id = new UUID(0x0195_0000_0000_7000L | number << 16, 0x8000_0000_0000_0000L | number);
        return new Draft(EntryKind.EVENT, id, sha256(body), QUINN, body);
    }

    static List<Draft> many(int count) {
        return IntStream.range(0, count).mapToObj(i -> one()).toList();
    }

    static List<Entry> append(Database database, Journal journal, List<Draft> drafts) {
        return inTransaction(database.app()).execute(status -> journal.append(drafts));
    }

    static TransactionTemplate inTransaction(DataSource source) {
        return new TransactionTemplate(new DataSourceTransactionManager(source));
    }

    static long count(Database database) {
        return JdbcClient.create(database.app())
                .sql("SELECT count(*) FROM journal.entry")
                .query(Long.class)
                .single();
    }

    static byte[] sha256(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) digest.update(part);
            return digest.digest();
        } catch (java.security.NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
