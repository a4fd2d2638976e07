package stemma;

import stemma.database.ScratchDatabases;
import stemma.scenario.ScenarioCommand;
import stemma.scenario.Scenarios;

import java.util.ArrayList;
import java.util.List;

/** {@code scenario}: runs scenarios against worlds that last as long as the command. */
final class ScenarioRun implements Command {
    @Override
    public String name() {
        return "scenario";
    }

    @Override
    public String purpose() {
        return "run scenarios and print where an answer differs (--update rewrites it)";
    }

    @Override
    public int run(Options options) {
        List<String> arguments = new ArrayList<>(options.files());
        // What stands after --update is the first of the files.
        String first = options.given().get("update");
        if (first != null) {
            arguments.add("--update");
            arguments.add(first);
        }
        try (ScratchDatabases databases = ScratchDatabases.start()) {
            Scenarios scenarios =
                    new Scenarios(clock -> Plants.of(World.open(databases.fresh(), clock)));
            return new ScenarioCommand(scenarios, System.out).run(arguments);
        }
    }
}
