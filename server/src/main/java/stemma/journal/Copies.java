package stemma.journal;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * A folder outside the database that holds checkpoints, for the mail, the printer or a disk that
 * only takes: {@code latest.note}, and the last of each hour (UTC) under its hour.
 */
public final class Copies {
    private static final DateTimeFormatter HOUR =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH'Z.note'").withZone(ZoneOffset.UTC);

    private final Path folder;
    private long kept;

    public Copies(Path folder) {
        this.folder = folder;
    }

    /** Keeps the checkpoint where it is newer than the last one kept; a failure is retried. */
    synchronized void keep(Checkpoint checkpoint) {
        if (checkpoint.size() == kept) return;
        replace(folder.resolve(HOUR.format(checkpoint.at())), checkpoint.note());
        replace(folder.resolve("latest.note"), checkpoint.note());
        kept = checkpoint.size();
    }

    // Written beside and moved, so that nobody ever reads half a note.
    static void replace(Path file, String text) {
        Path half = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.createDirectories(requireNonNull(file.toAbsolutePath().getParent()));
            Files.writeString(half, text);
            Files.move(
                    half,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new UncheckedIOException(file.getFileName() + " not written", failure);
        }
    }
}
