package stemma.verifier;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Looks for bytes among many, eight of them at a time. */
final class Bytes {
    private static final VarHandle EIGHT =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long TOPS = 0x8080808080808080L;

    private Bytes() {}

    /** Returns where this byte stands first, or {@code to} where it does not. */
    static int find(byte wanted, byte[] bytes, int from, int to) {
        long pattern = ONES * (wanted & 0xffL);
        int at = from;
        for (int last = to - Long.BYTES; at <= last; at += Long.BYTES) {
            long zeros = (long) EIGHT.get(bytes, at) ^ pattern;
            // The lowest top bit that is set here stands for the first byte that is nought.
            long found = (zeros - ONES) & ~zeros & TOPS;
            if (found != 0) return at + (Long.numberOfTrailingZeros(found) >>> 3);
        }
        while (at < to && bytes[at] != wanted) at++;
        return at;
    }

    /**
     * Returns where the first byte stands that a text of JSON does not hold as it is, in ASCII: a
     * quote, a backslash, a control character, or one of more than seven bits.
     */
    static int plainUntil(byte[] bytes, int from, int to) {
        int at = from;
        for (int last = to - Long.BYTES; at <= last; at += Long.BYTES) {
            long eight = (long) EIGHT.get(bytes, at);
            long quotes = eight ^ ONES * '"';
            long slashes = eight ^ ONES * '\\';
            // Borrows reach only past a byte that is found, and the first is asked for.
            long found = (quotes - ONES & ~quotes
                            | slashes - ONES & ~slashes
                            | eight - ONES * ' '
                            | eight)
                    & TOPS;
            if (found != 0) return at + (Long.numberOfTrailingZeros(found) >>> 3);
        }
        while (at < to && bytes[at] >= ' ' && bytes[at] != '"' && bytes[at] != '\\') at++;
        return at;
    }
}
