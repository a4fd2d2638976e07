package stemma.scenario;

import stemma.World;
import stemma.database.TestDatabases;

/** Plants for tests, each on a database of its own. */
final class TestPlants {
    private TestPlants() {}

    static Plant fresh(SceneClock clock) {
        World world = World.open(TestDatabases.fresh(), clock);
        return new Plant(
                world.catalog(),
                world.ledger(),
                world.lots(),
                world.stock(),
                world.genealogy()::trace,
                world.genealogy().reviews(),
                world.inquiry(),
                world.runs().spreading(),
                world.journal(),
                world.sealer(),
                world.database()::close);
    }
}
