package stemma.ledger;

import stemma.journal.Author;

import java.util.List;

/** Events to be appended all or none, as one author sends them. */
public record Submission(Author author, List<Submitted> events) {
    public Submission {
        events = List.copyOf(events);
        if (events.isEmpty())
            throw new MalformedEvent("submission_empty", "events", "nothing was sent");
    }

    /** Returns a submission of events made here, whose bytes are what was sent. */
    public static Submission of(Author author, Event... events) {
        return of(author, List.of(events));
    }

    public static Submission of(Author author, List<Event> events) {
        return new Submission(author, events.stream().map(Submitted::of).toList());
    }

    /**
     * Returns the same with every code spelled as it is here; what was sent stays what was sent.
     */
    Submission spelled(Spelling spelling) {
        return new Submission(
                author,
                events.stream()
                        .map(e -> new Submitted(spelling.of(e.event()), e.digest()))
                        .toList());
    }
}
