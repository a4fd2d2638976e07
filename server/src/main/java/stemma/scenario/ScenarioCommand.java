package stemma.scenario;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * {@code bin/stemma scenario [--update] FILE…}: runs each file, or each of a folder, against a
 * fresh world; prints every difference; answers 0 where all agree, 1 where any differs, 2 where it
 * was asked wrongly. With {@code --update} the answers in the files are rewritten, to be reviewed
 * by diff.
 */
public record ScenarioCommand(Scenarios scenarios, PrintStream out) {
    private static final String SUFFIX = ".scenario";

    /** Runs the command and returns the exit code. */
    public int run(List<String> arguments) {
        boolean update = arguments.contains("--update");
        List<String> named = arguments.stream().filter(a -> !a.startsWith("-")).toList();
        if (named.isEmpty() || named.size() + (update ? 1 : 0) != arguments.size()) {
            out.println("stemma scenario [--update] FILE…");
            return 2;
        }
        List<Path> files = new ArrayList<>();
        for (String name : named) {
            Path path = Path.of(name);
            if (!Files.exists(path)) {
                out.println("There is no file " + name + ".");
                return 2;
            }
            files.addAll(files(path));
        }
        Doing doing = update ? Doing.REWRITE : Doing.COMPARE;
        int differing = 0;
        for (Path file : files) if (!agrees(file, doing)) differing++;
        out.println(files.size() + " scenarios, "
                + (differing == 0 ? "all agree" : differing + " differ"));
        return differing == 0 ? 0 : 1;
    }

    private enum Doing {
        COMPARE,
        REWRITE
    }

    /** A scenario that was rewritten agrees; one that is not understood cannot be rewritten. */
    private boolean agrees(Path file, Doing doing) {
        Scenarios.Outcome outcome = scenarios.run(file);
        outcome.differences().forEach(out::println);
        if (outcome.agrees() || doing == Doing.COMPARE) return outcome.agrees();
        return outcome.isComplete() && write(file, outcome.text());
    }

    private static boolean write(Path file, String text) {
        try {
            Files.writeString(file, text);
            return true;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Returns the file, or the scenarios in the folder, in the order of their names. */
    public static List<Path> files(Path path) {
        if (!Files.isDirectory(path)) return List.of(path);
        try (Stream<Path> all = Files.list(path)) {
            return all.filter(p -> p.toString().endsWith(SUFFIX)).sorted().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
