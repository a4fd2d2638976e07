package stemma.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The directory of one embedded database, held by one program at a time: the lock is taken before
 * anything in it is looked at, so that a second start cannot harm the first.
 */
final class DataDirectory implements AutoCloseable {
    // Below this, PostgreSQL may run out of room for its log and stop even when only read.
    private static final long ROOM_BYTES = 1L << 30;

    private final Path home;
    private final FileChannel lock;

    private DataDirectory(Path home, FileChannel lock) {
        this.home = home;
        this.lock = lock;
    }

    static DataDirectory hold(Path home) {
        try {
            Files.createDirectories(home);
            FileChannel channel = FileChannel.open(
                    home.resolve("stemma.lock"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE);
            if (!locked(channel)) {
                channel.close();
                throw new DatabaseRefused(
                        "data_directory_in_use",
                        "Another Stemma is running on " + home.toAbsolutePath()
                                + ": stop it, or choose another directory with STEMMA_DATA.");
            }
            refuseWithoutRoom(home);
            return new DataDirectory(home, channel);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    Path cluster() {
        return home.resolve("postgres");
    }

    Path log() {
        return home.resolve("postgres.log");
    }

    Path passwords() {
        return home.resolve("passwords.properties");
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            FileLock held = channel.tryLock();
            return held != null;
        } catch (OverlappingFileLockException inThisProgram) {
            return false;
        }
    }

    private static void refuseWithoutRoom(Path home) throws IOException {
        long free = Files.getFileStore(home).getUsableSpace();
        if (free >= ROOM_BYTES) return;
        throw new DatabaseRefused(
                "disk_nearly_full",
                "Only " + free / (1 << 20) + " MB are free where " + home.toAbsolutePath()
                        + " lies, and Stemma does not start with less than 1024 MB: free some.");
    }
}
