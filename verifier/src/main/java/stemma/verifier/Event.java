package stemma.verifier;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one event says of material, read off its bytes alone.
 *
 * @param kind the word by which the event is called
 * @param follows the event to which the ledger added this one
 * @param judged the lots to which the event gives the status
 */
record Event(
        String kind,
        Id id,
        Optional<Id> follows,
        String site,
        String evidence,
        Moment from,
        Moment to,
        List<Birth> births,
        List<Movement> movements,
        List<Link> links,
        List<Portion> judged,
        Fields fields) {

    /** Reads an event; refuses what is not formed as its kind asks. */
    static Event of(Fields fields) {
        Fields occurred = fields.object("occurredAt");
        Id id = Id.of(fields.text("id"));
        String kind = fields.text("event");
        Material material = new Material(id, fields).read(kind);
        return new Event(
                kind,
                id,
                fields.textIfAny("follows").map(Id::of),
                fields.text("site"),
                fields.text("evidence"),
                Moment.of(occurred.text("from")),
                Moment.of(occurred.text("to")),
                material.births(),
                material.movements(),
                material.links(),
                portions(fields, kind.equals("judged") ? "lots" : ""),
                fields);
    }

    boolean isCorrection() {
        return kind.equals("corrected");
    }

    Id corrects() {
        return Id.of(fields.text("corrects"));
    }

    /** Returns what a correction puts in the place of what it corrects; none voids it. */
    Optional<Event> replacement() {
        return fields.objectIfAny("replacement").map(Event::of);
    }

    /** Says whether the ledger added this to a report of units, or to a correction of them. */
    boolean explains(String cause) {
        return kind.equals("adjusted")
                && follows.isPresent()
                && fields.text("cause").equals(cause);
    }

    private static List<Portion> portions(Fields fields, String name) {
        List<Portion> all = new ArrayList<>();
        for (String text : name.isEmpty() ? List.<String>of() : fields.texts(name))
            all.add(Portion.of(text));
        return all;
    }
}
