package stemma.verifier;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Derives while the log is being hashed, where the archive states beforehand what corrections name:
 * so the journal is read once. What it tells counts only where nothing was wrong; else the journal
 * is read again, by what the log itself says.
 */
final class ReadOnce {
    static final String CORRECTED = "stated/corrected";

    private final Set<Id> stated;
    private Optional<Derivation> derivation;

    private ReadOnce(Set<Id> stated, Items items) {
        this.stated = stated;
        this.derivation = Optional.of(new Derivation(stated, items));
    }

    /** Returns it for an archive that states what it takes; archives of old do not. */
    static Optional<ReadOnce> of(Members archive, Items items) throws IOException {
        if (!archive.names().contains(CORRECTED)) return Optional.empty();
        Set<Id> stated = new HashSet<>();
        try (InputStream from = archive.open(CORRECTED)) {
            Table table = new Table(from);
            while (table.next()) stated.add(Id.of(table.text("id")));
        } catch (Malformed malformed) {
            return Optional.empty();
        }
        return Optional.of(new ReadOnce(stated, items));
    }

    /** Takes in an entry that is the one which was sealed in its place. */
    void take(Entries entry) {
        try {
            derivation.ifPresent(here -> here.take(entry));
        } catch (Broken broken) {
            derivation = Optional.empty();
        }
    }

    /** Returns what was derived, if all of it stands and corrections named only what was stated. */
    Optional<Derivation> derived(Set<Id> corrected) {
        return stated.containsAll(corrected) ? derivation : Optional.empty();
    }
}
