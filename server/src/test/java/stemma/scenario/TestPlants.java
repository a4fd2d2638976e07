package stemma.scenario;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.World;
import stemma.database.TestDatabases;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Plants for tests, each on a database of its own. */
public final class TestPlants {
    /** The kinds of all events that scenarios have recorded so far. */
    static final Set<String> KINDS = ConcurrentHashMap.newKeySet();

    private TestPlants() {}

    public static Plant fresh(SceneClock clock) {
        return fresh(clock, _ -> {});
    }

    /** Opens a plant and looks at its world once more before that is closed. */
    public static Plant fresh(SceneClock clock, Consumer<World> atTheEnd) {
        World world = World.open(TestDatabases.fresh(), clock);
        return new Plant(
                world.catalog(),
                world.ledger(),
                world.lots(),
                world.stock(),
                world.reservations(),
                world.genealogy()::trace,
                world.genealogy().reviews(),
                world.scanning(),
                world.receiving(),
                world.warehouse(),
                world.counts(),
                world.production(),
                world.steps(),
                world.workOrders(),
                world.shipping(),
                world.serving().sales(),
                world.judgement().cases(),
                world.judgement().quality(),
                world.judgement().specifying(),
                world.judgement().inspecting(),
                world.judgement().blockedStock(),
                world.judgement().retainedSamples(),
                world.judgement().retaining(),
                world.judgement().retests(),
                world.judgement().controlCharts(),
                world.judgement().upkeep(),
                world.judgement().unfitUses(),
                world.judgement().calibrating(),
                world.judgement().telling(),
                world.inquiry(),
                world.judgement().certificates(),
                world.judgement().issued(),
                world.judgement().issuing(),
                world.depending(),
                world.runs().spreading(),
                world.journal(),
                world.sealer(),
                () -> {
                    atTheEnd.accept(world);
                    KINDS.addAll(kinds(world));
                    world.database().close();
                });
    }

    private static List<String> kinds(World world) {
        return JdbcClient.create(world.database().app())
                .sql("select distinct kind from ledger.event")
                .query((row, _) -> row.getString(1))
                .list();
    }
}
