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
        return "run scenarios and print where an answer differs (--answers rewrite)";
    }

    @Override
    public int run(Options options) {
        List<String> arguments = new ArrayList<>(options.files());
        if (options.setting("answers").filter("rewrite"::equals).isPresent()) {
            arguments.add("--update");
        }
        try (ScratchDatabases databases = ScratchDatabases.start()) {
            Scenarios scenarios =
                    new Scenarios(clock -> Plants.of(World.open(databases.fresh(), clock)));
            return new ScenarioCommand(scenarios, System.out).run(arguments);
        }
    }
}
