package stemma.receiving.store;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.receiving.SupplierDocuments.Content;

import java.util.Optional;

/** The bytes of suppliers' documents by their hash, in {@code receiving.supplier_document}. */
public final class DocumentBytes {
    private final JdbcClient database;

    public DocumentBytes(JdbcClient database) {
        this.database = database;
    }

    public void put(String sha256, String type, byte[] bytes) {
        database.sql("""
                insert into receiving.supplier_document (sha256, type, bytes) values (?, ?, ?)
                on conflict (sha256) do nothing
                """).params(sha256, type, bytes).update();
    }

    public Optional<Content> find(String sha256) {
        return database.sql("select type, bytes from receiving.supplier_document where sha256 = ?")
                .param(sha256)
                .query((row, _) -> new Content(row.getString("type"), row.getBytes("bytes")))
                .optional();
    }
}
