package stemma;

import stemma.database.ScratchDatabases;
import stemma.scenario.Plant;
import stemma.scenario.ScenarioCommand;
import stemma.scenario.Scenarios;

import java.util.ArrayList;
import java.util.List;

/** {@code scenario}: runs each file against a fresh world and prints what differs. */
final class RunScenarios implements Command {

    @Override
    public String name() {
        return "scenario";
    }

    @Override
    public String purpose() {
        return "run scenario files, print differences (--update rewrites the answers)";
    }

    @Override
    public String help() {
        return """
                bin/stemma scenario [--update] FILE...

                Runs each scenario file against a world of its own and prints where the answers
                differ; exit code 1 if any does. --update writes the answers into the files. The
                language is described in docs/scenarios.md.""";
    }

    @Override
    public int run(Options options) {
        List<String> arguments = new ArrayList<>(options.files());
        // What stands after --update is the first of the files.
        String first = options.given().get("update");
        if (first != null) arguments.addAll(0, List.of("--update", first));
        try (ScratchDatabases databases = ScratchDatabases.start()) {
            Scenarios scenarios =
                    new Scenarios(clock -> plant(World.open(databases.fresh(), clock)));
            return new ScenarioCommand(scenarios, System.out).run(arguments);
        }
    }

    private static Plant plant(World world) {
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
                world.database()::close);
    }
}
