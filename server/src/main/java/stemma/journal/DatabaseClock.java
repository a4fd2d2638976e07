package stemma.journal;

import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.Instant;
import java.time.OffsetDateTime;

import javax.sql.DataSource;

/** The database's clock: nobody at a device, and no server, can set a moment of recording. */
public final class DatabaseClock implements WorldClock {
    private final JdbcClient database;

    public DatabaseClock(DataSource source) {
        this.database = JdbcClient.create(source);
    }

    @Override
    public Instant now() {
        return database.sql("SELECT clock_timestamp()")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    @Override
    public Instant recordedAt(Instant database) {
        return database;
    }
}
