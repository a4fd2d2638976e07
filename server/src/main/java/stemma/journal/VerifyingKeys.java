package stemma.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The public halves of all keys that ever signed this journal's checkpoints, one a line in a file
 * beside the sealing key: a restored journal goes on under a new key and is proven by both.
 */
public final class VerifyingKeys {
    private final Path file;

    public VerifyingKeys(Path file) {
        this.file = file;
    }

    /** Returns the keys, the oldest first. */
    public List<VerifyingKey> all() {
        try {
            if (!Files.exists(file)) return List.of();
            return read(Files.readString(file));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Keeps those that it does not hold yet. */
    public void keep(Collection<VerifyingKey> keys) {
        Set<String> lines = new LinkedHashSet<>();
        all().forEach(key -> lines.add(key.toString()));
        boolean isNew = false;
        for (VerifyingKey key : keys) isNew |= lines.add(key.toString());
        if (!isNew) return;
        Copies.replace(file, String.join("\n", lines) + "\n");
    }

    /** Returns the keys in a text of one key a line. */
    public static List<VerifyingKey> read(String text) {
        return text.lines()
                .filter(line -> !line.isBlank())
                .map(VerifyingKey::of)
                .toList();
    }
}
