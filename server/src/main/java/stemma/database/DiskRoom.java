package stemma.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongSupplier;

/**
 * The room on the disk of an embedded database, and the reserve below which nothing more is taken
 * in: a PostgreSQL that cannot write its log stops even when it is only read.
 */
public final class DiskRoom {
    private static final long LEAST_RESERVE = 1L << 30;
    private static final int PARTS = 20;

    private final LongSupplier free;
    private final long reserve;

    private DiskRoom(LongSupplier free, long reserve) {
        this.free = free;
        this.reserve = reserve;
    }

    /** Returns the room where the directory lies; the reserve is a twentieth, at least 1 GiB. */
    public static DiskRoom of(Path directory) {
        try {
            FileStore disk = Files.getFileStore(directory);
            long reserve = Math.max(LEAST_RESERVE, disk.getTotalSpace() / PARTS);
            return new DiskRoom(() -> usable(disk), reserve);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Returns a room that is measured so, with so much of it kept in reserve. */
    public static DiskRoom measured(LongSupplier free, long reserve) {
        return new DiskRoom(free, reserve);
    }

    /** Returns room of which we know nothing: the disk of somebody else's server. */
    public static DiskRoom elsewhere() {
        return new DiskRoom(() -> Long.MAX_VALUE, 0);
    }

    public boolean isLow() {
        return free.getAsLong() < reserve;
    }

    public long freeBytes() {
        return free.getAsLong();
    }

    public long reserveBytes() {
        return reserve;
    }

    private static long usable(FileStore disk) {
        try {
            return disk.getUsableSpace();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
