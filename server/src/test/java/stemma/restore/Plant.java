package stemma.restore;

import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import stemma.Archives;
import stemma.World;
import stemma.database.Database;
import stemma.database.TestDatabases;
import stemma.demo.ToldDemo;
import stemma.exchange.Archive;
import stemma.identifiers.ActorId;
import stemma.journal.Author;
import stemma.journal.DatabaseClock;
import stemma.journal.Sealer;
import stemma.journal.SealingKey;
import stemma.journal.VerifyingKey;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A ledger in a database of its own that archives leave and enter. */
final class Plant implements AutoCloseable {
    final Database database;
    final World world;
    final SealingKey key;
    private final List<VerifyingKey> earlier = new ArrayList<>();

    private Plant(Database database, World world, SealingKey key) {
        this.database = database;
        this.world = world;
        this.key = key;
    }

    static Plant of(ToldDemo demo) {
        return new Plant(demo.database(), demo.world(), demo.key());
    }

    static Plant empty() {
        Database database = TestDatabases.fresh();
        SealingKey key = SealingKey.fresh("new-house/journal");
        return new Plant(database, open(database, key), key);
    }

    /** A ledger in which one thing is recorded and sealed. */
    static Plant grown() {
        Plant plant = empty();
        plant.grow();
        plant.world.sealer().seal();
        return plant;
    }

    /** The rooms as the owner of the tables, in whose one transaction a restore runs. */
    World owned() {
        var owner = database.owner();
        return open(new Database(owner, owner, owner), key);
    }

    /** Lets one thing be recorded. */
    void grow() {
        new TransactionTemplate(new JdbcTransactionManager(world.database().app()))
                .executeWithoutResult(_ -> world.audit()
                        .record(
                                new Author(new ActorId("otto"), "test", "test"),
                                "grown",
                                "log",
                                null,
                                null,
                                null));
    }

    long export(Path file) throws IOException {
        return exportWithout(file, Set.of());
    }

    /** Exports as a program would that does not have these tables yet. */
    long exportWithout(Path file, Set<String> tables) throws IOException {
        List<String> had = Archives.TABLES.stream()
                .filter(table -> !tables.contains(table))
                .toList();
        List<String> onTop = Archives.ON_TOP.stream()
                .filter(table -> !tables.contains(table))
                .toList();
        return new Archive(database, had, onTop, Archives.STATED)
                .export(world.journal(), world.sealer(), key, earlier, file);
    }

    Archive.Restored restore(Path file) {
        return restore(file, List.of());
    }

    Archive.Restored restore(Path file, List<String> held) {
        return restore(file, held, owned());
    }

    Archive.Restored restore(Path file, List<String> held, Archive.Anew anew) {
        Archive.Restored restored = new Archive(
                        database, Archives.TABLES, Archives.ON_TOP, Archives.STATED)
                .restore(file, held, anew);
        earlier.addAll(restored.keys());
        return restored;
    }

    @Override
    public void close() {
        database.close();
    }

    private static World open(Database database, SealingKey key) {
        DatabaseClock clock = new DatabaseClock(database.app());
        Sealer sealer = new Sealer(database.sealer(), clock, key, Optional.empty());
        return World.open(database, clock, new SecureRandom(), sealer);
    }
}
