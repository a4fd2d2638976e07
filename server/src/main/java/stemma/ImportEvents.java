package stemma;

import stemma.database.RunningDatabase;
import stemma.exchange.EventFile;
import stemma.identifiers.ActorId;
import stemma.journal.Author;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

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
    public int run(Options options) {
        String actor = options.setting("actor")
                .orElseThrow(() -> new IllegalArgumentException(
                        "--actor NAME says who answers for the imported events"));
        Author author = new Author(new ActorId(actor), "import", "console");
        int code = DONE;
        try (RunningDatabase database = RunningDatabase.open(options.database())) {
            World world = RunningServer.world(database.database(), options.data());
            for (String file : options.files())
                if (!imported(world, Path.of(file), author)) code = DIFFERENT;
            var unused = world.sealer().seal();
        }
        return code;
    }

    /** Returns whether every line of the file stands. */
    private static boolean imported(World world, Path path, Author author) {
        try (BufferedReader lines = Files.newBufferedReader(path)) {
            EventFile.Report report =
                    new EventFile(world.ledger(), world.drafts()).read(lines, author, done -> {});
            System.out.println(path + ": " + report.appended() + " appended, "
                    + report.repeated() + " known before, " + report.failures().size()
                    + " refused");
            for (EventFile.Failure failure : report.failures())
                System.out.println("  line " + failure.line() + ": " + failure.sentence() + " ("
                        + failure.code() + ")");
            return report.failures().isEmpty();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
