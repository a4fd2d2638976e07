package stemma.trail;

import stemma.access.Access;
import stemma.access.Caller;
import stemma.access.Permission;
import stemma.audit.Audit;
import stemma.catalog.Catalog;
import stemma.journal.Entry;
import stemma.journal.Journal;
import stemma.lots.Lots;
import stemma.shell.Problem;
import stemma.shell.Refused;
import stemma.signatures.Signatures;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The entry to the room: reads the trail for who may see it ({@code permission_missing} for
 * others), a page at a time or as one stream.
 */
public final class Trail {
    /** The most lines that a page holds. */
    public static final int MOST = 200;

    /** How many entries are read for one page before it says that it goes on. */
    public static final int READ_AT_MOST = 10_000;

    private static final int READ_AT_ONCE = 500;
    private final Journal journal;
    private final Lots lots;
    private final Access access;

    private final Reviews reviews;
    private final Loosenings loosenings;

    public Trail(
            Journal journal,
            Catalog catalog,
            Lots lots,
            Access access,
            Audit audit,
            Signatures signatures) {
        this.journal = journal;
        this.lots = lots;
        this.access = access;
        this.reviews = new Reviews(this, journal, audit, signatures);
        this.loosenings = new Loosenings(journal, audit, lots, catalog);
    }

    /** Returns where control over items, equipment and recipes was lessened. */
    public Loosenings loosenings() {
        return loosenings;
    }

    /** Returns the reviews of the trail, by signature. */
    public Reviews reviews() {
        return reviews;
    }

    /** Returns a page of at most so many lines, beginning after the seq if one is named. */
    public TrailSlice page(Caller caller, TrailQuestion question, Optional<Long> after, int limit) {
        if (limit < 1 || limit > MOST) throw new IllegalArgumentException("1 to " + MOST);
        return read(caller, question, after, limit, READ_AT_MOST);
    }

    /** Tells of every line of the question, the oldest first; returns how many there were. */
    public long each(Caller caller, TrailQuestion question, Consumer<TrailLine> reader) {
        TrailQuestion forward = question.oldestFirst();
        Optional<Long> after = Optional.empty();
        long told = 0;
        do {
            TrailSlice slice = read(caller, forward, after, MOST, READ_AT_MOST);
            slice.lines().forEach(reader);
            told += slice.lines().size();
            after = slice.next();
        } while (after.isPresent());
        return told;
    }

    /** Returns the line of one entry; refused with {@code event_unknown}. */
    public TrailLine line(Caller caller, UUID id) {
        caller.require(Permission.SEE_AUDIT);
        TrailSight sight = TrailSight.of(caller);
        return journal.find(id)
                .map(entry -> reading().lines(List.of(entry)).getFirst())
                .filter(sight::sees)
                .orElseThrow(() -> new Refused(
                        Problem.of("event_unknown", 404, "The record has no such entry.")
                                .notRecording("")
                                .with("event", id.toString())));
    }

    TrailReading reading() {
        return new TrailReading(journal, lots, access.people());
    }

    private TrailSlice read(
            Caller caller, TrailQuestion question, Optional<Long> after, int limit, int most) {
        caller.require(Permission.SEE_AUDIT);
        return read(TrailSight.of(caller)::sees, question, after, limit, most);
    }

    /** Reads the lines of the question that may be seen, whoever asks. */
    TrailSlice read(
            Predicate<TrailLine> sight,
            TrailQuestion question,
            Optional<Long> after,
            int limit,
            int most) {
        TrailReading reading = reading();
        TrailWindow window = new TrailWindow(journal, question);
        List<TrailLine> lines = new ArrayList<>();
        long read = 0;
        long from = after.orElseGet(window::start);
        while (read < most) {
            List<Entry> entries = window.after(from, READ_AT_ONCE);
            for (TrailLine line : reading.lines(entries)) {
                read++;
                from = line.seq();
                if (!question.fits(line) || !sight.test(line)) continue;
                lines.add(line);
                if (lines.size() == limit) return new TrailSlice(lines, read, Optional.of(from));
            }
            if (entries.size() < READ_AT_ONCE) return new TrailSlice(lines, read, Optional.empty());
        }
        return new TrailSlice(lines, read, Optional.of(from));
    }
}
