package stemma.journal;

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
        try {
            Files.createDirectories(folder);
            write(HOUR.format(checkpoint.at()), checkpoint.note());
            write("latest.note", checkpoint.note());
            kept = checkpoint.size();
        } catch (IOException failure) {
            throw new UncheckedIOException("checkpoint not copied out", failure);
        }
    }

    // Written beside and moved, so that nobody ever reads half a note.
    private void write(String name, String note) throws IOException {
        Path half = folder.resolve(name + ".part");
        Files.writeString(half, note);
        Files.move(
                half,
                folder.resolve(name),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }
}
