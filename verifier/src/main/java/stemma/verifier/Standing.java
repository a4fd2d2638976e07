package stemma.verifier;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An event that a correction will name, as it stands: what takes effect under it, what it ended,
 * and which rows it brought, so that they can be taken back.
 */
final class Standing {
    private final long seq;
    private final boolean isCorrection;
    private final boolean isKept;
    private final Optional<Event> effect;
    private final Optional<Event> ended;
    private final List<Row> rows = new ArrayList<>(0);
    private boolean isCorrected;

    /** A text that was added to a sum. */
    record Row(Sum sum, String text) {}

    /** Takes whether a correction will name it: of others no rows are kept. */
    Standing(
            long seq,
            boolean isCorrection,
            boolean isKept,
            Optional<Event> effect,
            Optional<Event> ended) {
        this.seq = seq;
        this.isCorrection = isCorrection;
        this.isKept = isKept;
        this.effect = effect;
        this.ended = ended;
    }

    void add(Sum sum, String text) {
        sum.add(text);
        if (isKept) rows.add(new Row(sum, text));
    }

    /** Ends what stands; refused where a correction has ended it already. */
    void correct() {
        if (isCorrected) throw new Broken(Code.CORRECTION_WRONG, "it corrects what is corrected");
        isCorrected = true;
        rows.forEach(row -> row.sum().take(row.text()));
        rows.clear();
    }

    boolean isCorrected() {
        return isCorrected;
    }

    long seq() {
        return seq;
    }

    boolean isCorrection() {
        return isCorrection;
    }

    Optional<Event> effect() {
        return effect;
    }

    /** Returns what took effect before this correction did. */
    Optional<Event> ended() {
        return ended;
    }
}
