package stemma.demo;

import stemma.World;
import stemma.database.Database;
import stemma.database.TestDatabases;

import java.time.Instant;

/** A world of its own for the demo company, started on a Monday at eleven in the morning. */
final class DemoWorld implements AutoCloseable {
    static final Instant START = Instant.parse("2026-11-23T16:00:00Z");

    final Database database = TestDatabases.fresh();
    final StoryClock clock = new StoryClock(() -> START);
    final World world = World.open(database, clock);

    DemoRooms rooms() {
        return new DemoRooms(
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
                world.sealer()::seal);
    }

    @Override
    public void close() {
        database.close();
    }
}
