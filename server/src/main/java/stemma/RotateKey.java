package stemma;

import stemma.database.RunningDatabase;
import stemma.journal.Checkpoint;
import stemma.journal.Copies;
import stemma.journal.Keyring;

import java.nio.file.Path;

/** {@code rotate-key}: seals from now on with a new key, which the key until now has signed. */
final class RotateKey implements Command {

    @Override
    public String name() {
        return "rotate-key";
    }

    @Override
    public String purpose() {
        return "seal with a new key from now on, signed by the one until now";
    }

    @Override
    public String help() {
        return """
                bin/stemma rotate-key [--data DIR] --reason TEXT

                Makes a new sealing key. The key until now and the new one both sign a checkpoint
                that says so, and the audit trail tells it; who trusts the one key can follow to
                the other. Nothing is kept of the key until now. Stop the server first.

                  --reason TEXT  why, for the audit trail""";
    }

    @Override
    public int run(Options options) {
        String reason = options.setting("reason")
                .orElseThrow(() -> new IllegalArgumentException("--reason TEXT says why"));
        Keyring keys = new Keyring(options.data());
        if (!keys.hasCurrent())
            throw new IllegalArgumentException("there is no sealing.key in " + options.data()
                    + "; nothing was changed. A server that starts without one makes one");
        try (RunningDatabase database = RunningDatabase.open(options.database())) {
            World world = RunningServer.world(database.database(), options.data());
            Checkpoint handover = new KeyChange(world, keys).change(reason);
            tell(handover, options.data().resolve("checkpoints"));
            return DONE;
        }
    }

    private static void tell(Checkpoint checkpoint, Path folder) {
        checkpoint.handover().ifPresent(handover -> {
            System.out.println("Until " + checkpoint.size() + " entries: " + handover.from());
            System.out.println("From there on:      " + handover.to());
        });
        System.out.println("Both signed it: " + folder.resolve(Copies.handover(checkpoint.size())));
        System.out.println("Give that file to all who verify, beside the key they have.");
    }
}
