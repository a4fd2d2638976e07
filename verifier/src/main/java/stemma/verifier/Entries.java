package stemma.verifier;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * The lines of {@code journal.txt}, one entry each: envelope, tab, body, line feed. Read by stream;
 * the bytes of an entry are good until the next one is asked for.
 */
final class Entries {
    private static final int BUFFER = 1 << 16;
    // Two documents of the most bytes that the journal takes, and their tab.
    private static final int LONGEST = 2 * (16 << 20) + 1;

    private final InputStream from;
    private byte[] bytes = new byte[BUFFER];
    private int filled;
    private int start;
    private int tab;
    private int end = -1;
    private long position;
    private long length;

    Entries(InputStream from, long position) {
        this.from = from;
        this.position = position - 1;
    }

    /** Moves on to the next entry; returns whether there is one. Refuses half a line. */
    boolean next() throws IOException {
        start = end + 1;
        position++;
        tab = -1;
        int at = start;
        while (true) {
            at = endFrom(at);
            if (at < filled) {
                end = at;
                requireTwoObjects();
                return true;
            }
            int moved = start;
            if (!fill()) {
                if (start == filled) return false;
                throw malformed("the line has no end");
            }
            at -= moved - start;
        }
    }

    /** Returns where the line feed stands, or where the bytes that are here end. */
    private int endFrom(int from) {
        int to = Bytes.find((byte) '\n', bytes, from, filled);
        if (tab < 0) {
            int at = Bytes.find((byte) '\t', bytes, from, to);
            if (at < to) tab = at;
        }
        return to;
    }

    byte[] bytes() {
        return bytes;
    }

    int from() {
        return start;
    }

    int tab() {
        return tab;
    }

    int end() {
        return end;
    }

    /** Returns which entry of the log this is, counted from zero. */
    long position() {
        return position;
    }

    /** Returns how many bytes were read, all of them once the last entry is passed. */
    long length() {
        return length;
    }

    /**
     * The leaf leaves the tab out, so where it stands is proven by what stands around it: a quote
     * ends a text, and outside of texts only two objects stand side by side.
     */
    private void requireTwoObjects() {
        boolean two = tab > start + 2
                && bytes[tab - 1] == '}'
                && bytes[tab + 1] == '{'
                && bytes[tab - 2] == '"'
                && (endsText(tab - 2) || isEnvelope());
        if (!two) throw malformed("the line is not an envelope, a tab and a body");
    }

    /** A quote that begins a text stands behind one of these, an escaped one behind the last. */
    private boolean endsText(int quote) {
        return ":,[{\\".indexOf(bytes[quote - 1]) < 0;
    }

    /** The text that ends the envelope may itself end in one of those. */
    private boolean isEnvelope() {
        try {
            return Envelope.of(bytes, start, tab).number() > 0;
        } catch (Malformed malformed) {
            return false;
        }
    }

    private Broken malformed(String sentence) {
        return new Broken(Code.ENTRY_MALFORMED, position, sentence);
    }

    /** Reads on, after what of this entry is here already. */
    private boolean fill() throws IOException {
        if (start > 0) {
            System.arraycopy(bytes, start, bytes, 0, filled - start);
            filled -= start;
            if (tab >= 0) tab -= start;
            start = 0;
        }
        if (filled > LONGEST) throw malformed("the line is longer than any entry");
        if (filled == bytes.length) bytes = Arrays.copyOf(bytes, 2 * bytes.length);
        int read = from.read(bytes, filled, bytes.length - filled);
        if (read < 0) return false;
        filled += read;
        length += read;
        return true;
    }
}
