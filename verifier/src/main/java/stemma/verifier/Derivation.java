package stemma.verifier;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Derives the record from its entries, in their order: what takes effect and what a correction
 * ends, which lots there are, where they stand and what links them.
 */
final class Derivation {
    private final Set<Id> corrected;
    private final Map<Id, Standing> standing = new HashMap<>();
    private final Ids ids = new Ids();
    private final Numbers numbers = new Numbers();
    private final Lots lots = new Lots();
    private final Births births;
    private final Stock stock;
    private final Rows rows;
    private final Containers containers;
    private final Holds holds = new Holds();
    private long events;

    /**
     * @param corrected the events that some correction names
     * @param items how finely each item is told apart
     */
    Derivation(Set<Id> corrected, Items items) {
        this.corrected = corrected;
        this.births = new Births(lots, items);
        this.stock = new Stock(lots);
        this.rows = new Rows(lots);
        this.containers = new Containers(corrected);
    }

    /** Takes in the next entry; throws {@link Broken} where it cannot stand after those before. */
    void take(Entries entry) {
        long position = entry.position();
        Envelope envelope = envelope(entry);
        if (!numbers.add(envelope.number()))
            throw new Broken(
                    Code.NUMBER_REPEATED,
                    position,
                    "number " + envelope.number() + " stands twice");
        if (!ids.add(envelope.id()))
            throw new Broken(Code.ID_REPEATED, position, "id " + envelope.id() + " stands twice");
        try {
            Fields body = Json.object(entry.bytes(), entry.tab() + 1, entry.end());
            if (!envelope.isEvent()) return;
            events++;
            Event event = Event.of(body);
            if (!event.id().equals(envelope.id()))
                throw new Malformed("the event bears another id than its envelope");
            if (event.follows().isPresent() && !ids.contains(event.follows().get()))
                throw new Broken(Code.FOLLOWS_NOTHING, "it follows what is not before it");
            book(change(event, envelope, position));
        } catch (Malformed malformed) {
            throw new Broken(Code.EVENT_MALFORMED, position, malformed.getMessage());
        } catch (ArithmeticException beyond) {
            throw new Broken(Code.EVENT_MALFORMED, position, "a number is out of range");
        } catch (Broken broken) {
            throw broken.fault().namesRecord() ? broken : at(position, broken.fault());
        }
    }

    /** Looks at what can only be told once all entries are read. */
    void end() {
        stock.end();
    }

    long events() {
        return events;
    }

    Lots lots() {
        return lots;
    }

    Rows rows() {
        return rows;
    }

    Containers containers() {
        return containers;
    }

    Holds holds() {
        return holds;
    }

    private static Broken at(long position, Fault fault) {
        return new Broken(fault.code(), position, fault.sentence());
    }

    private static Envelope envelope(Entries entry) {
        try {
            return Envelope.of(entry.bytes(), entry.from(), entry.tab());
        } catch (Malformed malformed) {
            throw new Broken(Code.ENTRY_MALFORMED, entry.position(), malformed.getMessage());
        }
    }

    private Change change(Event event, Envelope envelope, long position) {
        if (!event.isCorrection()) {
            Optional<Event> effect = Optional.of(event);
            Standing here = standing(event, envelope, effect, Optional.empty());
            return new Change(event, effect, Optional.empty(), 0, here, position, envelope);
        }
        Standing target = standing.get(event.corrects());
        if (target == null)
            throw new Broken(Code.CORRECTION_WRONG, "it corrects no event that is before it");
        target.correct();
        Optional<Event> effect = event.replacement();
        if (effect.isEmpty() && target.isCorrection()) effect = target.ended();
        Optional<Event> ended = target.effect();
        if (effect.isPresent() && ended.isPresent() && !isSame(effect.get(), ended.get()))
            throw new Broken(
                    Code.CORRECTION_WRONG,
                    "a replacement is of the kind and id of what it replaces");
        Standing here = standing(event, envelope, effect, ended);
        return new Change(event, effect, ended, target.seq(), here, position, envelope);
    }

    private static boolean isSame(Event one, Event other) {
        return one.kind().equals(other.kind()) && one.id().equals(other.id());
    }

    /** Only what some correction names is remembered: memory is bounded by lots, not entries. */
    private Standing standing(
            Event event, Envelope envelope, Optional<Event> effect, Optional<Event> ended) {
        boolean isKept = corrected.contains(event.id());
        Standing here =
                new Standing(envelope.number(), event.isCorrection(), isKept, effect, ended);
        if (isKept) standing.put(event.id(), here);
        return here;
    }

    private void book(Change change) {
        births.book(change);
        rows.book(change);
        stock.book(change);
        containers.book(change);
        holds.book(change);
    }
}
