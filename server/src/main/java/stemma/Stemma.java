package stemma;

import stemma.database.DatabaseRefused;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Where the program starts: reads the command, runs it, and tells a refusal in one sentence. */
public final class Stemma {
    private static final List<Command> COMMANDS = List.of(
            new Serve(),
            new DemoPlant(),
            new RunScenarios(),
            new ImportEvents(),
            new Export(),
            new RotateKey(),
            new Restore());

    private Stemma() {}

    public static void main(String[] words) {
        int code = run(Arrays.asList(words), System.getenv(), System.err);
        if (code != Command.DONE) System.exit(code);
    }

    static int run(List<String> words, Map<String, String> environment, PrintStream console) {
        String name = words.isEmpty() ? "" : words.getFirst();
        for (Command command : COMMANDS)
            if (command.name().equals(name))
                return run(command, words.subList(1, words.size()), environment, console);
        usage(console);
        return name.equals("--help") ? Command.DONE : Command.MISUSED;
    }

    private static int run(
            Command command,
            List<String> words,
            Map<String, String> environment,
            PrintStream console) {
        if (words.contains("--help")) {
            console.println(command.help());
            return Command.DONE;
        }
        try {
            Jvm.refuseFaulty(Runtime.version());
            return command.run(Options.read(words, environment));
        } catch (DatabaseRefused refused) {
            console.println("stemma: " + refused.getMessage() + " (" + refused.code() + ")");
            return Command.REFUSED;
        } catch (IllegalArgumentException misused) {
            console.println("stemma: " + misused.getMessage());
            return Command.MISUSED;
        } catch (RuntimeException fault) {
            // Told here and not by whoever threw it: the web framework would end without a word.
            console.println("stemma: a fault of the program ended " + command.name() + ":");
            fault.printStackTrace(console);
            return Command.DIFFERENT;
        }
    }

    private static void usage(PrintStream console) {
        console.println("usage: bin/stemma COMMAND [--data DIR] [--port 8080] [FILE...]");
        for (Command command : COMMANDS)
            console.printf("  %-10s %s%n", command.name(), command.purpose());
        console.printf("  %-10s %s%n", "verify", "check an archive FILE by a program of its own");
        console.println("bin/stemma COMMAND --help tells more of one.");
    }
}
