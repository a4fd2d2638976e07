package stemma.genealogy;

import java.util.Locale;

/**
 * A trace reaches more lots than there is memory to tell of one by one. Nothing is told in part:
 * how far it reaches, and what is where, an {@link Extent} says without a row for each.
 */
public final class TooFar extends RuntimeException {
    private static final String SENTENCE = "The answer reaches %,d lots or more, and there is"
            + " memory for about %,d in one answer.";

    /** What a trace takes of each lot, its links and places, about as measured. */
    private static final long BYTES_A_LOT = 10_000;

    /** Takes how many lots are reached, or at least, and for about how many there is memory. */
    TooFar(int lots, int room) {
        super(String.format(Locale.ROOT, SENTENCE, lots, room));
    }

    /** Says so in a sentence. */
    public String sentence() {
        return String.valueOf(getMessage());
    }

    /** Returns of about how many lots an answer may be, by the memory of this node. */
    static int room() {
        return (int) Math.min(Integer.MAX_VALUE, Runtime.getRuntime().maxMemory() / BYTES_A_LOT);
    }
}
