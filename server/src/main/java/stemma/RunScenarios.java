package stemma;

import stemma.database.ScratchDatabases;
import stemma.scenario.Plant;
import stemma.scenario.ScenarioCommand;
import stemma.scenario.Scenarios;

/** {@code scenario}: runs each file against a fresh world and prints what differs. */
final class RunScenarios implements Command {

    @Override
    public String name() {
        return "scenario";
    }

    @Override
    public String purpose() {
        return "run scenario files, each in a fresh world, and print differences";
    }

    @Override
    public int run(Options options) {
        try (ScratchDatabases databases = ScratchDatabases.start()) {
            Scenarios scenarios =
                    new Scenarios(clock -> plant(World.open(databases.fresh(), clock)));
            return new ScenarioCommand(scenarios, System.out).run(options.files());
        }
    }

    private static Plant plant(World world) {
        return new Plant(
                world.catalog(),
                world.ledger(),
                world.lots(),
                world.stock(),
                world.genealogy()::trace,
                world.runs().spreading(),
                world.journal(),
                world.sealer(),
                world.database()::close);
    }
}
