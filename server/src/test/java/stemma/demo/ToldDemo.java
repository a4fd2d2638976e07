package stemma.demo;

import stemma.World;
import stemma.database.Database;
import stemma.database.TestDatabases;
import stemma.journal.Sealer;
import stemma.journal.SealingKey;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The demo company's whole story in a database of its own, sealed by a key that is known. */
public record ToldDemo(Database database, World world, SealingKey key, Told told)
        implements AutoCloseable {

    public static ToldDemo tell() {
        Instant start = DemoWorld.START;
        Database database = TestDatabases.fresh();
        StoryClock clock = new StoryClock(() -> start);
        SealingKey key = SealingKey.fresh("harbour-lane/journal");
        Sealer sealer = new Sealer(database.sealer(), clock, key, Optional.empty());
        World world = World.open(database, clock, new SecureRandom(), sealer);
        DemoRooms rooms = new DemoRooms(
                world.catalog(),
                world.access(),
                world.signatures(),
                world.ledger(),
                new DemoRooms.Judging(
                        world.judgement().quality(),
                        world.judgement().specifying(),
                        world.judgement().inspecting(),
                        world.judgement().retests(),
                        world.judgement().retaining(),
                        world.judgement().certificates(),
                        world.judgement().issuing(),
                        world.judgement().cases(),
                        world.judgement().telling()),
                clock,
                sealer::seal);
        return new ToldDemo(database, world, key, Demo.load(rooms, (_, _) -> {}));
    }

    public String token() {
        return told.token();
    }

    public List<String> passwords() {
        return told.signIns().stream().map(SignIn::password).toList();
    }

    @Override
    public void close() {
        database.close();
    }
}
