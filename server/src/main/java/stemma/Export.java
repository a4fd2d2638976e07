package stemma;

import stemma.database.RunningDatabase;
import stemma.exchange.Archive;
import stemma.journal.Keyring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** {@code export}: writes the whole ledger into one archive that can be proven and restored. */
final class Export implements Command {

    @Override
    public String name() {
        return "export";
    }

    @Override
    public String purpose() {
        return "write journal, masters and roles into one archive FILE";
    }

    @Override
    public String help() {
        return """
                bin/stemma export [--data DIR] FILE

                Writes every sealed entry with its checkpoints, the masters, the people and their
                roles into one ZIP file whose contents the sealing key signs. Passwords, tokens,
                sessions and the sealing key itself are never in it. The file appears when it is
                whole.""";
    }

    @Override
    public int run(Options options) {
        Path file = Path.of(options.onlyFile());
        try (RunningDatabase database = RunningDatabase.open(options.database())) {
            World world = RunningServer.world(database.database(), options.data());
            Keyring keys = new Keyring(options.data());
            long entries = new Archive(
                            database.database(), Restore.TABLES, Restore.ON_TOP, Restore.STATED)
                    .export(
                            world.journal(),
                            world.sealer(),
                            keys.current(),
                            keys.verifying().all(),
                            file);
            System.out.println(entries + " entries exported to " + file);
            return DONE;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
