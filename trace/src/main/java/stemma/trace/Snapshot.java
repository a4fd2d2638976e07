package stemma.trace;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/**
 * A file of parts: a head that says how many there are and how long the file is, one line for each
 * part with its kind, length, place and checksum, then the numbers as they stand in memory. It is
 * written beside the old one and takes its place when it is on the disk; one that was torn or
 * altered is refused with the reason.
 */
final class Snapshot {
    private static final long MAGIC = 0x53_54_45_4d_4d_41_54_35L;
    private static final int HEAD = 32;
    private static final int LINE = 32;
    private static final int CHUNK = 1 << 20;
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED;

    private Snapshot() {}

    /** Why a file is not taken. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1;

        Refused(String why) {
            super(why);
        }
    }

    static void write(Path file, String mark, Parts parts) throws IOException {
        byte[] said = mark.getBytes(StandardCharsets.UTF_8);
        parts.fixed(said, said.length);
        long[] places = places(parts);
        long length = places[parts.size()];
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try (FileChannel channel = FileChannel.open(
                fresh,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE)) {
            byte[] top = new byte[HEAD + parts.size() * LINE];
            MemorySegment head = MemorySegment.ofArray(top);
            ByteBuffer through = ByteBuffer.allocateDirect(CHUNK);
            for (int part = 0; part < parts.size(); part++) {
                MemorySegment from = segment(parts.array(part), parts.length(part));
                long sum = put(channel, places[part], from, through);
                line(head, part, kind(parts.array(part)), parts.length(part), places[part], sum);
            }
            head(head, parts.size(), length);
            put(channel, 0, head, through);
            channel.force(true);
        }
        move(fresh, file);
    }

    /**
     * Writes numbers, padded to a multiple of eight, and returns the checksum. A disk that is full
     * says so here; written through a mapping, it would end the program.
     */
    private static long put(FileChannel channel, long place, MemorySegment from, ByteBuffer through)
            throws IOException {
        CRC32C sum = new CRC32C();
        long padded = paddedTo8(from.byteSize());
        for (long at = 0; at < padded; at += CHUNK) {
            int size = (int) Math.min(CHUNK, padded - at);
            long data = Math.min(size, from.byteSize() - at);
            through.clear().limit(size);
            MemorySegment chunk = MemorySegment.ofBuffer(through);
            chunk.asSlice(0, data).copyFrom(from.asSlice(at, data));
            chunk.asSlice(data).fill((byte) 0);
            sum.update(through.duplicate());
            for (long to = place + at; through.hasRemaining(); ) to += channel.write(through, to);
        }
        return sum.getValue();
    }

    private static void move(Path fresh, Path file) throws IOException {
        try {
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException _) {
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** What a file holds, and what was said of it when it was written. */
    record Read(String mark, Parts parts) {}

    static Read read(Path file) throws IOException, Refused {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
                Arena arena = Arena.ofConfined()) {
            long length = channel.size();
            if (length < HEAD) throw new Refused("it ends before its head");
            MemorySegment all = channel.map(FileChannel.MapMode.READ_ONLY, 0, length, arena);
            if (all.get(LONG, 0) != MAGIC) throw new Refused("it is no snapshot of this version");
            if (all.get(LONG, 16) != length) throw new Refused("it is not as long as it says");
            long count = all.get(LONG, 8);
            long lines = HEAD + count * LINE;
            boolean isWhole = count > 0
                    && lines <= length
                    && all.get(LONG, 24) == checksum(all.asSlice(HEAD, count * LINE));
            if (!isWhole) throw new Refused("its head is damaged");
            Parts parts = new Parts();
            for (int part = 0; part < count; part++) add(all, part, parts);
            byte[] mark = (byte[]) parts.array(parts.size() - 1);
            return new Read(new String(mark, StandardCharsets.UTF_8), parts);
        }
    }

    private static void add(MemorySegment all, int part, Parts parts) throws Refused {
        long at = HEAD + (long) part * LINE;
        int width = (int) all.get(LONG, at);
        int length = (int) all.get(LONG, at + 8);
        long bytes = (long) width * length;
        MemorySegment padded = all.asSlice(all.get(LONG, at + 16), paddedTo8(bytes));
        if (checksum(padded) != all.get(LONG, at + 24))
            throw new Refused("part " + part + " is damaged");
        Object array = switch (width) {
            case 1 -> new byte[length];
            case 4 -> new int[length];
            default -> new long[length];
        };
        segment(array, length).copyFrom(padded.asSlice(0, bytes));
        parts.put(array, length);
    }

    private static void head(MemorySegment all, int count, long length) {
        all.set(LONG, 0, MAGIC);
        all.set(LONG, 8, count);
        all.set(LONG, 16, length);
        all.set(LONG, 24, checksum(all.asSlice(HEAD, (long) count * LINE)));
    }

    private static void line(
            MemorySegment head, int part, int width, int length, long place, long sum) {
        long at = HEAD + (long) part * LINE;
        head.set(LONG, at, width);
        head.set(LONG, at + 8, length);
        head.set(LONG, at + 16, place);
        head.set(LONG, at + 24, sum);
    }

    private static long[] places(Parts parts) {
        long[] places = new long[parts.size() + 1];
        places[0] = HEAD + (long) parts.size() * LINE;
        for (int part = 0; part < parts.size(); part++) {
            long bytes = (long) kind(parts.array(part)) * parts.length(part);
            places[part + 1] = places[part] + paddedTo8(bytes);
        }
        return places;
    }

    private static long paddedTo8(long bytes) {
        return bytes + 7 & ~7L;
    }

    /** Returns how many bytes one number of the array takes, by which its kind is known. */
    private static int kind(Object array) {
        return switch (array) {
            case byte[] _ -> 1;
            case int[] _ -> 4;
            case long[] _ -> 8;
            default -> throw new IllegalArgumentException("no array of numbers");
        };
    }

    private static MemorySegment segment(Object array, int length) {
        MemorySegment whole = switch (array) {
            case byte[] bytes -> MemorySegment.ofArray(bytes);
            case int[] ints -> MemorySegment.ofArray(ints);
            case long[] longs -> MemorySegment.ofArray(longs);
            default -> throw new IllegalArgumentException("no array of numbers");
        };
        return whole.asSlice(0, (long) kind(array) * length);
    }

    private static long checksum(MemorySegment segment) {
        CRC32C sum = new CRC32C();
        for (long at = 0; at < segment.byteSize(); at += CHUNK) {
            long size = Math.min(CHUNK, segment.byteSize() - at);
            sum.update(segment.asSlice(at, size).asByteBuffer());
        }
        return sum.getValue();
    }
}
