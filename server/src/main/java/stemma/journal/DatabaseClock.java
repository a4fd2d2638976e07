package stemma.journal;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.database.AskedTogether;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import javax.sql.DataSource;

/** The database's clock: nobody at a device, and no server, can set a moment of recording. */
public final class DatabaseClock implements WorldClock {
    private static final Duration LATELY = Duration.ofSeconds(1);

    private final JdbcClient database;
    private final AskedTogether<WorldClock, Instant> asked = new AskedTogether<>(this::read);

    private volatile @Nullable Seen seen;

    /** What the clock said, and when that was by the counter of this machine. */
    private record Seen(Instant moment, long nanos) {}

    public DatabaseClock(DataSource source) {
        this.database = JdbcClient.create(source);
    }

    @Override
    public Instant now() {
        return Objects.requireNonNull(asked.of(Set.of(this)).get(this));
    }

    @Override
    public Instant lately() {
        Seen last = seen;
        long counter = System.nanoTime();
        if (last == null || counter - last.nanos() > LATELY.toNanos()) {
            last = new Seen(now(), counter);
            seen = last;
        }
        return last.moment().plusNanos(counter - last.nanos());
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
