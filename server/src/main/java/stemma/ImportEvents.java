package stemma;

import stemma.database.DatabaseRefused;
import stemma.database.DiskRoom;
import stemma.database.RunningDatabase;
import stemma.exchange.EventFile;
import stemma.identifiers.ActorId;
import stemma.journal.Author;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** {@code import}: appends the events of files under this ledger's clock, as one named person. */
final class ImportEvents implements Command {

    @Override
    public String name() {
        return "import";
    }

    @Override
    public String purpose() {
        return "append the events of each FILE (JSON Lines), --actor NAME";
    }

    @Override
    public String help() {
        return """
                bin/stemma import [--data DIR] --actor NAME FILE...

                Appends events under this ledger's clock. A line is one submission, in the JSON of
                POST /api/v1/events: one event, or {"events": [...]} for all or none. Each line
                stands or falls by itself; a refused line is told with its number and code, and exit
                code 1 says that there was one. Send the same file again, mended or after a cut:
                what stands already is known by its id and counts once.

                  --actor NAME  the actor id of who answers for the events""";
    }

    @Override
    public int run(Options options) {
        String actor = options.setting("actor")
                .orElseThrow(() -> new IllegalArgumentException(
                        "--actor NAME says who answers for the imported events"));
        Author author = new Author(new ActorId(actor), "import", "console");
        List<Path> files = options.files().stream().map(ImportEvents::readable).toList();
        if (files.isEmpty()) throw new IllegalArgumentException("name the files to import");
        int code = DONE;
        try (RunningDatabase database = RunningDatabase.open(options.database())) {
            World world = RunningServer.world(database.database(), options.data());
            for (Path file : files) {
                refuseWithoutRoom(database.diskRoom());
                if (!imported(world, file, author)) code = DIFFERENT;
            }
            var unused = world.sealer().seal();
        }
        return code;
    }

    private static void refuseWithoutRoom(DiskRoom disk) {
        if (!disk.isLow()) return;
        throw new DatabaseRefused(
                "disk_nearly_full",
                "The disk is nearly full and nothing more is taken in: free some, and send the file"
                        + " again.");
    }

    private static Path readable(String name) {
        Path file = Path.of(name);
        if (Files.isReadable(file) && Files.isRegularFile(file)) return file;
        throw new IllegalArgumentException("there is no file to read at " + name);
    }

    /** Returns whether every line of the file stands. */
    private static boolean imported(World world, Path path, Author author) {
        try (BufferedReader lines = Files.newBufferedReader(path)) {
            EventFile.Report report = new EventFile(world.intake())
                    .read(lines, author, done -> System.err.println(path + ": " + done + " lines"));
            System.out.println(path + ": " + report.appended() + " appended, "
                    + report.repeated() + " known before, " + report.failures().size()
                    + " refused");
            List<EventFile.Failure> failures = report.failures().stream()
                    .sorted(Comparator.comparing(EventFile.Failure::line))
                    .toList();
            for (EventFile.Failure failure : failures)
                System.out.println("  line " + failure.line() + ": " + failure.sentence() + " ("
                        + failure.code() + ")");
            return report.failures().isEmpty();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
