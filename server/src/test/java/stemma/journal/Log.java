package stemma.journal;

import stemma.database.Database;
import stemma.database.TestDatabases;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A journal on a database of its own, with a sealer and a clock set by hand. */
final class Log implements AutoCloseable {
    static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    final Database database = TestDatabases.fresh();
    final SealingKey key = SealingKey.fresh("harbour-lane/journal");
    Instant now = NOON;
    final Journal journal = new Journal(database.app(), () -> now);
    final Sealer sealer = new Sealer(database.sealer(), () -> now, key, Optional.empty());

    List<Entry> append(int count) {
        return Drafts.append(database, journal, Drafts.many(count));
    }

    /** Returns a transaction that has appended so many entries and waits to be ended. */
    OpenTransaction begin(int count) {
        return OpenTransaction.begin(database, journal, Drafts.many(count));
    }

    List<SealedEntry> sealed() {
        List<SealedEntry> sealed = new java.util.ArrayList<>();
        journal.eachSealed(0, journal.sealed().size(), sealed::add);
        return sealed;
    }

    @Override
    public void close() {
        database.close();
    }
}
