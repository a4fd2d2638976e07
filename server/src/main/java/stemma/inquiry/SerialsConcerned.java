package stemma.inquiry;

import org.jspecify.annotations.Nullable;

import stemma.genealogy.Consigned;
import stemma.genealogy.Question;
import stemma.lots.Lot;
import stemma.stock.Shipment;

import java.time.Instant;
import java.util.function.BiConsumer;

/**
 * Every serial number that a question concerns, with the shipment in which it left. They are told
 * as they are walked, some thousands at a time, however many there are.
 */
public final class SerialsConcerned {
    private final Subject subject;
    private final Question question;
    private final Insight insight;
    private final Instant at;
    private final BiConsumer<Question, Consigned> consigned;
    private final SerialsRead.Rooms rooms;

    SerialsConcerned(
            Subject subject,
            Question question,
            Insight insight,
            Instant at,
            BiConsumer<Question, Consigned> consigned,
            SerialsRead.Rooms rooms) {
        this.subject = subject;
        this.question = question;
        this.insight = insight;
        this.at = at;
        this.consigned = consigned;
        this.rooms = rooms;
    }

    /** What the question is about. */
    public Subject subject() {
        return subject;
    }

    public Question question() {
        return question;
    }

    public Insight insight() {
        return insight;
    }

    /** The moment at which it was asked. */
    public Instant at() {
        return at;
    }

    /** What is alike in many serials: they are of one lot and left in one shipment, or in none. */
    public record Alike(
            Lot lot, @Nullable Shipment shipment, @Nullable Consignee consignee) {}

    /** Takes serials as UTF-8, each ended by a line feed. */
    public interface Rows {
        void of(byte[] lines, int from, int to);
    }

    /**
     * Returns what takes the serials that are alike in this; it is asked few times for each lot.
     */
    public interface Told {
        Rows rows(Alike alike);
    }

    /**
     * Tells all of them, those of a lot in the order of its units; a unit that was sent twice comes
     * once with each shipment.
     */
    public void each(Told told) {
        SerialWalk walk = new SerialWalk(rooms::read, told);
        consigned.accept(question, walk);
        walk.end();
    }
}
