package stemma;

import stemma.database.RunningDatabase;
import stemma.exchange.Archive;
import stemma.journal.Checkpoint;
import stemma.journal.RestoreRefused;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** {@code restore}: fills an empty database with an archive, verbatim, and proves it. */
final class Restore implements Command {
    /** What is no event and yet belongs to the record; never a password, token or session. */
    static final List<String> TABLES = List.of(
            "access.person",
            "access.person_name",
            "access.assignment",
            "catalog.site",
            "catalog.location",
            "catalog.item",
            "catalog.conversion",
            "catalog.partner",
            "catalog.ship_to",
            "catalog.resource",
            "catalog.recipe",
            "catalog.recipe_line",
            "signatures.signature");

    @Override
    public String name() {
        return "restore";
    }

    @Override
    public String purpose() {
        return "fill an empty database with an archive FILE and prove it";
    }

    @Override
    public int run(Options options) {
        Path file = Path.of(options.onlyFile());
        try (RunningDatabase database = RunningDatabase.open(options.database())) {
            World world = RunningServer.world(database.database(), options.data());
            Checkpoint proven = new Archive(database.database(), TABLES)
                    .restore(file, world.ledger(), world.journal());
            System.out.println(
                    proven.size() + " entries restored and proven by their last checkpoint");
            return DONE;
        } catch (RestoreRefused refused) {
            System.err.println("stemma: not restored: " + refused.getMessage());
            return REFUSED;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
