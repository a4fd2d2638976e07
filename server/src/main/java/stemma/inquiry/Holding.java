package stemma.inquiry;

import stemma.access.Caller;
import stemma.access.Permission;
import stemma.catalog.Catalog;
import stemma.catalog.Site;
import stemma.identifiers.EventId;
import stemma.identifiers.EventIds;
import stemma.identifiers.HoldCode;
import stemma.identifiers.SiteCode;
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
import stemma.ledger.Reach;
import stemma.ledger.Reason;
import stemma.ledger.Submission;
import stemma.ledger.TimeSource;
import stemma.lots.Lot;
import stemma.shell.Problem;
import stemma.shell.Refused;
import stemma.signatures.Offered;
import stemma.stock.Hold;
import stemma.stock.Stock;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;

/** The holds in force, and how a person sets one on what was asked about and lifts it again. */
public final class Holding {
    private final Catalog catalog;
    private final Stock stock;
    private final Ledger ledger;
    private final WorldClock clock;
    private final EventIds ids;

    Holding(Catalog catalog, Stock stock, Ledger ledger, WorldClock clock, EventIds ids) {
        this.catalog = catalog;
        this.stock = stock;
        this.ledger = ledger;
        this.clock = clock;
        this.ids = ids;
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

    /**
     * Sets a hold on a lot number or, where one sublot or units were asked about, on these; refused
     * as the ledger refuses, or with {@code permission_missing}.
     */
    public void set(
            Caller caller,
            EventId id,
            Subject subject,
            HoldCode code,
            Descent descent,
            Reason reason) {
        Lot lot = subject.lots().getFirst();
        caller.require(Permission.HOLD, lot.site());
        boolean one = subject.query().startsWith("id=");
        boolean oneItem = subject.lots().stream().map(Lot::item).distinct().count() == 1;
        Reach reach = one
                ? new Reach.Sublot(subject.roots().getFirst())
                : new Reach.Family(oneItem ? lot.item() : null, lot.number());
        Event held = new Event.Held(now(id, lot.site(), reason), code, reach, descent);
        append(Submission.of(caller.author(), held));
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
