package stemma.inquiry;

import stemma.access.Caller;
import stemma.access.Permission;
import stemma.catalog.Catalog;
import stemma.catalog.Site;
import stemma.identifiers.EventId;
import stemma.identifiers.EventIds;
import stemma.identifiers.HoldCode;
import stemma.identifiers.SiteCode;
import stemma.journal.Journal;
import stemma.journal.WorldClock;
import stemma.ledger.Answer;
import stemma.ledger.Circumstances;
import stemma.ledger.Claim;
import stemma.ledger.Descent;
import stemma.ledger.Event;
import stemma.ledger.EventJson;
import stemma.ledger.Evidence;
import stemma.ledger.Ledger;
import stemma.ledger.Occurrence;
import stemma.ledger.Reason;
import stemma.ledger.Submission;
import stemma.ledger.TimeSource;
import stemma.shell.Problem;
import stemma.shell.Refused;
import stemma.signatures.Offered;
import stemma.stock.HeldLots;
import stemma.stock.Hold;
import stemma.stock.Stock;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The holds in force: what each has come to, what one would stop before it is set, and how a person
 * sets it on what was asked about and lifts it again.
 */
public final class Holding {
    /** How many held lots a page tells at most. */
    public static final int PAGE = 250;

    private final Catalog catalog;
    private final Stock stock;
    private final Gathering.Rooms rooms;
    private final Ledger ledger;
    private final Journal journal;
    private final WorldClock clock;
    private final EventIds ids;
    private final Stopping stopping;

    Holding(
            Gathering.Rooms rooms,
            Ledger ledger,
            Journal journal,
            WorldClock clock,
            EventIds ids,
            Tracing tracing) {
        this.catalog = rooms.catalog();
        this.stock = rooms.stock();
        this.rooms = rooms;
        this.ledger = ledger;
        this.journal = journal;
        this.clock = clock;
        this.ids = ids;
        this.stopping = new Stopping(catalog, rooms.lots(), stock, tracing);
    }

    /** Returns the holds in force, by code. */
    public List<Hold> all() {
        return stock.holds();
    }

    /** Returns a hold that is or was in force; refused with {@code hold_unknown}. */
    public Hold hold(HoldCode code) {
        return stock.hold(code)
                .orElseThrow(() -> new Refused(
                        Problem.of("hold_unknown", 404, "There is no hold " + code + ".")
                                .notRecording("")
                                .with("hold", code.code())));
    }

    /** Tells whether the hold still stops anything. */
    public boolean isInForce(HoldCode code) {
        return all().stream().anyMatch(hold -> hold.code().equals(code));
    }

    /** Returns what a hold names, in words. */
    public String words(Hold hold) {
        return EventWords.reach(hold.reach());
    }

    /** Returns an id under which one filled-in form is recorded once, however often it is sent. */
    public EventId newId() {
        return ids.next();
    }

    /** Returns the work that a hold on the subject with all its descendants would stop. */
    public Stopped wouldStop(Subject subject) {
        return stopping.of(subject.roots(), clock.now());
    }

    /** Returns how many lots the hold has marked so far, and how many of them others hold too. */
    public HeldLots.Count count(Hold hold) {
        return stock.held().count(hold.code());
    }

    /** Returns a page of at most {@link #PAGE} lots that the hold has marked. */
    public List<HeldLot> held(Hold hold, int offset) {
        List<HeldLots.Held> marked = stock.held().page(hold.code(), offset, PAGE);
        Gathering gathering = new Gathering(
                rooms,
                marked.stream().map(HeldLots.Held::lot).distinct().toList(),
                Insight.at(journal, Optional.empty()),
                clock.now());
        return marked.stream().map(held -> HeldLot.of(held, hold, gathering)).toList();
    }

    /**
     * Sets one hold for each thing named, all or none: the first under the code, those after it
     * under the code with their number. Refused as the ledger refuses, or with
     * {@code permission_missing}.
     */
    public List<HoldCode> set(
            Caller caller,
            EventId id,
            List<HoldReaches.Named> named,
            HoldCode code,
            Descent descent,
            Reason reason) {
        named.forEach(one -> caller.require(Permission.HOLD, one.site()));
        List<HoldCode> codes = new ArrayList<>();
        List<Event> events = new ArrayList<>();
        for (HoldReaches.Named one : named) {
            int number = codes.size() + 1;
            HoldCode own = number == 1 ? code : new HoldCode(code.code() + "-" + number);
            EventId event = number == 1 ? id : id.beside("hold/" + number);
            codes.add(own);
            events.add(new Event.Held(now(event, one.site(), reason), own, one.reach(), descent));
        }
        append(Submission.of(caller.author(), events));
        return codes;
    }

    /** Lifts one hold over a signature of what is lifted and why; other holds stay. */
    public void lift(
            Caller caller,
            EventId id,
            HoldCode code,
            Reason reason,
            Function<byte[], Offered> sign) {
        Hold hold = hold(code);
        SiteCode site = ledger.events(List.of(hold.seq())).stream()
                .map(held -> held.event().circumstances().site())
                .findFirst()
                .orElseThrow();
        caller.require(Permission.LIFT_HOLD, site);
        Event unsigned = new Event.HoldLifted(now(id, site, reason), hold.code());
        Offered offered = sign.apply(EventJson.bytes(unsigned));
        append(Submission.signed(caller.author(), unsigned, offered));
    }

    private Circumstances now(EventId id, SiteCode site, Reason reason) {
        return Circumstances.of(
                        id,
                        Claim.INTENT,
                        Occurrence.at(clock.now(), TimeSource.SERVER, zone(site)),
                        site,
                        Evidence.KEYED)
                .because(reason);
    }

    private ZoneId zone(SiteCode code) {
        Site site = catalog.sites(List.of(code)).get(code);
        return site == null ? ZoneOffset.UTC : site.zone();
    }

    private void append(Submission submission) {
        switch (ledger.append(submission)) {
            case Answer.Appended _ -> {}
            case Answer.Refused(var _, var why) ->
                throw new Refused(Problem.of(why.code(), 409, why.sentence())
                        .with("element", why.element())
                        .kept());
        }
    }
}
