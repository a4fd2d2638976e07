package stemma.ledger;

import stemma.journal.Author;
import stemma.signatures.Offered;

import java.util.List;

/**
 * Events to be appended all or none, as one author sends them; the signatures offered for them are
 * given where they stand.
 */
public record Submission(Author author, List<Submitted> events, List<Offered> offered) {
    public Submission {
        events = List.copyOf(events);
        offered = List.copyOf(offered);
        if (events.isEmpty())
            throw new MalformedEvent("submission_empty", "events", "nothing was sent");
    }

    public Submission(Author author, List<Submitted> events) {
        this(author, events, List.of());
    }

    /** Returns a submission of events made here, whose bytes are what was sent. */
    public static Submission of(Author author, Event... events) {
        return of(author, List.of(events));
    }

    public static Submission of(Author author, List<Event> events) {
        return new Submission(author, events.stream().map(Submitted::of).toList());
    }

    /** Returns a submission of an event made here, over a signature that it carries. */
    public static Submission signed(Author author, Event event, Offered offered) {
        Event signed = event.under(event.circumstances().signed(offered.signature()));
        return new Submission(author, List.of(Submitted.of(signed)), List.of(offered));
    }

    /**
     * Returns the same with every code spelled as it is here; what was sent stays what was sent.
     */
    Submission spelled(Spelling spelling) {
        return new Submission(
                author,
                events.stream()
                        .map(e -> new Submitted(spelling.of(e.event()), e.digest()))
                        .toList(),
                offered);
    }

    /** Returns how many serials it gives to units, each of which is compared with all there are. */
    public long serials() {
        return events.stream()
                .flatMap(submitted -> Facts.births(submitted.event()).stream())
                .filter(birth -> birth.passport().serials() != null)
                .mapToLong(Birth::units)
                .sum();
    }

    /** Says whether it must be decided while nobody else appends: where it holds or frees. */
    boolean needsAlone() {
        return events.stream().anyMatch(e -> needsAlone(e.event()));
    }

    private static boolean needsAlone(Event event) {
        return switch (event) {
            case Event.Held _, Event.HoldLifted _ -> true;
            case Event.Corrected c -> c.replacement() == null || needsAlone(c.replacement());
            case Event.Opened _,
                    Event.Received _,
                    Event.Moved _,
                    Event.Adjusted _,
                    Event.Split _,
                    Event.Merged _,
                    Event.Consumed _,
                    Event.Produced _,
                    Event.Filled _,
                    Event.Drawn _,
                    Event.Emptied _,
                    Event.Cleaned _,
                    Event.Packed _,
                    Event.Unpacked _,
                    Event.Installed _,
                    Event.Removed _,
                    Event.Sampled _,
                    Event.Shipped _,
                    Event.Delivered _,
                    Event.Returned _,
                    Event.ReturnedToSupplier _,
                    Event.Scrapped _,
                    Event.Destroyed _,
                    Event.Judged _,
                    Event.Identified _,
                    Event.PassportChanged _ -> false;
        };
    }
}
