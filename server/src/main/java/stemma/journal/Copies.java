package stemma.journal;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder outside the database that holds checkpoints, for the mail, the printer or a disk that
 * only takes: {@code latest.note}, the last of each hour (UTC) under its hour, and each with which
 * the key was changed.
 */
public final class Copies {
    private static final DateTimeFormatter HOUR =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH'Z.note'").withZone(ZoneOffset.UTC);

    private static final int NEWEST = 49;

    private final Path folder;
    private long kept;

    public Copies(Path folder) {
        this.folder = folder;
    }

    /** Returns the last note and those of the last two days on which there were any. */
    public List<String> notes() {
        if (!Files.isDirectory(folder)) return List.of();
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> newest = files.filter(file -> file.toString().endsWith(".note"))
                    .sorted(Comparator.reverseOrder())
                    .limit(NEWEST)
                    .toList();
            List<String> notes = new ArrayList<>();
            for (Path file : newest) notes.add(Files.readString(file));
            return notes;
        } catch (IOException failure) {
            throw new UncheckedIOException("checkpoints not read", failure);
        }
    }

    /** Returns the name of the copy of a checkpoint by which one key handed over to the next. */
    public static String handover(long size) {
        return "handover-" + size + ".note";
    }

    /** Keeps each checkpoint with which the key was changed, where it is not there yet. */
    public void keepHandovers(List<Checkpoint> handovers) {
        for (Checkpoint one : handovers) {
            Path file = folder.resolve(handover(one.size()));
            if (!Files.exists(file)) replace(file, one.note());
        }
    }

    /** Keeps the checkpoint where it is newer than the last one kept; a failure is retried. */
    synchronized void keep(Checkpoint checkpoint) {
        if (checkpoint.size() == kept) return;
        replace(folder.resolve(HOUR.format(checkpoint.at())), checkpoint.note());
        if (checkpoint.handover().isPresent())
            replace(folder.resolve(handover(checkpoint.size())), checkpoint.note());
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
