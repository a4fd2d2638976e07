package stemma.journal;

import stemma.journal.store.LeafTable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

import javax.sql.DataSource;

/**
 * The keys of a plant, as files in its folder: {@code sealing.key}, which signs; while it is being
 * changed {@code sealing.key.next}, which will; and the public halves of all in
 * {@code verifying.keys}.
 */
public final class Keyring {
    private static final String NAME = "stemma/journal";

    private final Path current;
    private final Path next;
    private final VerifyingKeys verifying;

    public Keyring(Path folder) {
        this.current = folder.resolve("sealing.key");
        this.next = folder.resolve("sealing.key.next");
        this.verifying = new VerifyingKeys(folder.resolve("verifying.keys"));
    }

    /** Returns the public halves of all keys that signed the journal. */
    public VerifyingKeys verifying() {
        return verifying;
    }

    /** Returns whether there is a key that signs. */
    public boolean hasCurrent() {
        return Files.exists(current);
    }

    /** Returns the key that signs, made when first asked for. */
    public SealingKey current() {
        return kept(SealingKey.openOrMake(current, NAME));
    }

    /** Returns the key that shall sign next, made when first asked for. */
    public SealingKey next() {
        return kept(SealingKey.openOrMake(next, NAME));
    }

    /** Puts the next key in the place of the current one, of which nothing is kept. */
    public void change() {
        try {
            Files.move(
                    next,
                    current,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new UncheckedIOException("the sealing key was not changed", failure);
        }
    }

    /** Ends a change of keys that was broken off after the log had been handed over. */
    public void finish(DataSource app) {
        if (!Files.exists(next)) return;
        VerifyingKey waiting = next().verifying();
        boolean isHandedOver = new LeafTable(app)
                .handovers().stream()
                        .flatMap(one -> one.handover().stream())
                        .anyMatch(handover -> handover.to().equals(waiting));
        if (isHandedOver) change();
    }

    private SealingKey kept(SealingKey key) {
        verifying.keep(List.of(key.verifying()));
        return key;
    }
}
