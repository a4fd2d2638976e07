package stemma.scenario;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.World;
import stemma.database.TestDatabases;
import stemma.genealogy.TraceBySearch;

/** Plants for tests, each on a database of its own. */
final class TestPlants {
    private TestPlants() {}

    static Plant fresh(SceneClock clock) {
        World world = World.open(TestDatabases.fresh(), clock);
        TraceBySearch traces = new TraceBySearch(
                JdbcClient.create(world.database().app()), world.lots(), world.journal());
        return new Plant(
                world.catalog(),
                world.ledger(),
                world.lots(),
                world.stock(),
                traces::trace,
                world.runs().spreading(),
                world.journal(),
                world.sealer(),
                world.database()::close);
    }
}
