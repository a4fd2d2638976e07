package stemma.journal;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.database.AskedTogether;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import javax.sql.DataSource;

/** The database's clock: nobody at a device, and no server, can set a moment of recording. */
public final class DatabaseClock implements WorldClock {
    private final JdbcClient database;
    private final AskedTogether<WorldClock, Instant> asked = new AskedTogether<>(this::read);

    public DatabaseClock(DataSource source) {
        this.database = JdbcClient.create(source);
    }

    @Override
    public Instant now() {
        return Objects.requireNonNull(asked.of(Set.of(this)).get(this));
    }

    private Map<WorldClock, Instant> read(Set<WorldClock> self) {
        OffsetDateTime now = database.sql("SELECT clock_timestamp()")
                .query(OffsetDateTime.class)
                .single();
        return Map.of(this, now.toInstant());
    }

    @Override
    public Instant recordedAt(Instant database) {
        return database;
    }
}
