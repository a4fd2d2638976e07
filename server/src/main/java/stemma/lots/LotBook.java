package stemma.lots;

import org.jspecify.annotations.Nullable;

import stemma.catalog.InitialStatus;
import stemma.catalog.Item;
import stemma.catalog.Masters;
import stemma.catalog.Site;
import stemma.identifiers.EventId;
import stemma.identifiers.ItemCode;
import stemma.identifiers.LotId;
import stemma.identifiers.Portion;
import stemma.identifiers.SerialNumber;
import stemma.ledger.Birth;
import stemma.ledger.Births;
import stemma.ledger.Candidate;
import stemma.ledger.Event;
import stemma.ledger.Facts;
import stemma.ledger.Guard;
import stemma.ledger.Line;
import stemma.ledger.Passport;
import stemma.ledger.PassportDate;
import stemma.ledger.ReturnLine;
import stemma.ledger.Status;
import stemma.ledger.Undo;
import stemma.ledger.Violation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The lots that an append is about, with those born in it: what they are and how they are judged.
 * It fills in what a birth leaves to the item's policy, and knows the rules of {@link LotRules}.
 */
public final class LotBook implements Guard.Judge {
    static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(10);

    private final Masters masters;
    private final Map<LotId, Lot> lots;
    private final Map<EventId, List<Lot>> blocks = new HashMap<>();
    private final Map<EventId, List<Judgement>> judgements = new HashMap<>();
    private final Map<String, SerialUnit> serials;
    private final Map<LotId, PassportDate> expiries;
    private final NavigableMap<LotId, Portion> expected = new TreeMap<>();
    private final Instant now;
    private final Undo undo = new Undo();

    LotBook(
            Masters masters,
            Map<LotId, Lot> lots,
            List<Judgement> judgements,
            Map<String, SerialUnit> serials,
            Map<LotId, PassportDate> expiries,
            List<Portion> expected,
            Instant now) {
        this.masters = masters;
        this.lots = new HashMap<>(lots);
        new HashSet<>(lots.values()).forEach(this::addBlock);
        judgements.forEach(j -> on(j.lot()).add(j));
        this.serials = new HashMap<>(serials);
        this.expiries = Map.copyOf(expiries);
        expected.forEach(lot -> this.expected.put(lot.first(), lot));
        this.now = now;
    }

    /**
     * Returns the lot, or the block that holds the unit, if it exists or was born before in this
     * append.
     */
    public @Nullable Lot find(LotId id) {
        Lot known = lots.get(id);
        if (known != null) return known;
        for (Lot block : bornBy(id.birth())) {
            if (block.span().contains(id)) return block;
        }
        return null;
    }

    private void addBlock(Lot lot) {
        if (lot.isSerial()) bornBy(lot.id().birth()).add(lot);
    }

    private List<Lot> bornBy(EventId birth) {
        return blocks.computeIfAbsent(birth, _ -> new ArrayList<>());
    }

    /** Returns the judgements of lots of the same birth, as they were recorded. */
    private List<Judgement> on(Portion lot) {
        return judgements.computeIfAbsent(lot.first().birth(), _ -> new ArrayList<>());
    }

    /** Says whether an event of this append gives birth to it, perhaps one that is judged later. */
    boolean isExpected(LotId id) {
        Map.Entry<LotId, Portion> nearest = expected.floorEntry(id);
        return nearest != null && nearest.getValue().contains(id);
    }

    /** Returns the lot of something that {@link LotRules} has let pass. */
    public Lot get(LotId id) {
        Lot lot = find(id);
        if (lot == null)
            throw new IllegalStateException("no lot " + id + ", though it was checked");
        return lot;
    }

    /** Returns the worst of what counts for each of the units. */
    public Status status(Portion portion) {
        return Judgement.last(get(portion.first()), portion, on(portion));
    }

    /** Returns all lots this append knows of, in the order of their ids. */
    public List<Lot> all() {
        return lots.values().stream()
                .distinct()
                .sorted(java.util.Comparator.comparing(Lot::id))
                .toList();
    }

    /** Takes in lots that an event means without naming them, such as what is in a container. */
    public void admit(java.util.Collection<Lot> others, List<Judgement> judged) {
        for (Lot lot : others) {
            if (lots.putIfAbsent(lot.id(), lot) == null) {
                addBlock(lot);
                judged.stream()
                        .filter(j -> j.lot().overlaps(lot.span()))
                        .forEach(j -> on(j.lot()).add(j));
            }
        }
    }

    /** Returns when a lot that a change says nothing of was said to expire, by what stands. */
    @Nullable
    PassportDate lastExpiry(Lot lot) {
        PassportDate last = expiries.get(lot.id());
        return last == null && lot.key() == 0 ? lot.passport().expiry() : last;
    }

    /** Returns the zone by whose days the event counts: its site's. */
    public java.time.ZoneId zone(Event event) {
        return masters.site(event.circumstances().site())
                .map(Site::zone)
                .orElse(event.circumstances().occurredAt().zone());
    }

    Masters masters() {
        return masters;
    }

    /** Returns the moment at which the append is judged. */
    public Instant now() {
        return now;
    }

    /** Says whether nobody keeps stock of the item apart. */
    public boolean isPool(ItemCode item) {
        return masters.item(item)
                .map(known -> known.tracking() == stemma.catalog.Tracking.POOL)
                .orElse(false);
    }

    /** Says whether the serial names a unit that goes on beside the one that is born. */
    boolean isTaken(SerialNumber serial, Birth birth, Event event) {
        SerialUnit taken = serials.get(birth.passport().item() + "/" + serial.normal());
        return taken != null
                && !taken.unit().birth().equals(event.id())
                && !isEndedBy(event, taken.unit())
                && taken.state() == SerialUnit.Life.GOES_ON;
    }

    /** A unit that comes back bears its serial on. */
    private static boolean isEndedBy(Event event, LotId unit) {
        return event instanceof Event.Returned
                && Lives.endedBy(event).stream().anyMatch(lot -> lot.contains(unit));
    }

    /** Returns the units born in the event that bear a serial which another unit bears. */
    public List<Portion> doubles(Event event) {
        List<Portion> doubles = new ArrayList<>();
        for (Birth birth : Facts.births(event)) {
            int place = 0;
            for (SerialNumber serial : LotGuard.serials(birth)) {
                LotId unit = new LotId(event.id(), birth.ordinal() + place++);
                if (isTaken(serial, birth, event)) doubles.add(Portion.of(unit));
            }
        }
        return doubles;
    }

    @Override
    public @Nullable Event complete(Candidate candidate) {
        if (candidate.effect() == null) return null;
        Event effect = new MasterSpelling(masters).of(candidate.effect());
        return Births.map(effect, birth -> completed(birth, effect));
    }

    private Birth completed(Birth birth, Event event) {
        Item item = masters.item(birth.passport().item()).orElse(null);
        if (item == null) return birth;
        Passport passport = inheriting(birth, birth.passport().of(item.code()), event);
        Integer shelfLife = item.policy().shelfLifeDays();
        if (shelfLife != null) passport = within(shelfLife, passport, event);
        Status status = birth.status() == null ? beginning(item, event) : birth.status();
        return birth.with(passport, status);
    }

    /**
     * What says nothing lasts for its shelf life. What a supplier says of his lot stands; what is
     * made here lasts no longer than its shelf life, whatever is said.
     */
    private Passport within(int shelfLife, Passport said, Event event) {
        boolean isMadeHere = event instanceof Event.Produced || event instanceof Event.Drawn;
        if (said.expiry() != null && !isMadeHere) return said;
        LocalDate made = said.produced() == null
                ? event.circumstances().occurredAt().from().atZone(zone(event)).toLocalDate()
                : said.produced().lastDay();
        PassportDate end = PassportDate.of(made.plusDays(shelfLife));
        PassportDate stated = said.expiry();
        return stated == null || end.lastDay().isBefore(stated.lastDay())
                ? said.expiring(end)
                : said;
    }

    /** A lot of the same material lasts no longer than what it comes from. */
    private Passport inheriting(Birth birth, Passport own, Event event) {
        Passport passport = own;
        for (Portion lot : sources(birth, event)) {
            Lot source = find(lot.first());
            if (source != null) passport = passport.lastingNoLongerThan(source.passport());
        }
        return passport;
    }

    /** Returns of which lots one that is born is made without becoming something else. */
    static List<Portion> sources(Birth birth, Event event) {
        if (event instanceof Event.Split e) return List.of(e.from().lot());
        if (event instanceof Event.Merged e)
            return e.from().stream().map(Line::lot).toList();
        if (!(event instanceof Event.Returned e)) return List.of();
        return e.lines().stream()
                .filter(line -> line.as().ordinal() == birth.ordinal())
                .map(ReturnLine::of)
                .toList();
    }

    /** Returns the status with which a lot of the item begins where nobody says a stricter one. */
    Status beginning(Item item, Event event) {
        return switch (event) {
            case Event.Returned _, Event.Removed _ -> Status.QUARANTINED;
            case Event.Split e ->
                find(e.from().lot().first()) == null
                        ? Status.QUARANTINED
                        : status(e.from().lot());
            case Event.Merged e ->
                e.from().stream()
                        .filter(l -> find(l.lot().first()) != null)
                        .map(l -> status(l.lot()))
                        .max(java.util.Comparator.comparing(Judgement::severity))
                        .orElse(Status.QUARANTINED);
            case Event.Produced _, Event.Drawn _ -> of(item.policy().statusAtProduction());
            case Event.Received e -> of(atReceipt(item, e));
            case Event.Opened _ -> of(item.policy().statusAtReceipt());
            case Event.Moved _,
                    Event.Adjusted _,
                    Event.Consumed _,
                    Event.Filled _,
                    Event.Emptied _,
                    Event.Cleaned _,
                    Event.Packed _,
                    Event.Unpacked _,
                    Event.Installed _,
                    Event.Sampled _,
                    Event.Shipped _,
                    Event.Delivered _,
                    Event.ReturnedToSupplier _,
                    Event.Scrapped _,
                    Event.Destroyed _,
                    Event.Judged _,
                    Event.Held _,
                    Event.HoldLifted _,
                    Event.Identified _,
                    Event.PassportChanged _,
                    Event.Corrected _ ->
                throw new IllegalStateException(event.id() + " is the birth of no lot");
        };
    }

    /** What was agreed with a supplier overrides what the item says. */
    private InitialStatus atReceipt(Item item, Event.Received delivery) {
        return masters.partner(delivery.supplier())
                .map(supplier -> supplier.policy().statusAtReceipt())
                .orElse(item.policy().statusAtReceipt());
    }

    private static Status of(InitialStatus status) {
        return switch (status) {
            case QUARANTINED -> Status.QUARANTINED;
            case RELEASED -> Status.RELEASED;
        };
    }

    @Override
    public List<Violation> violations(Candidate candidate) {
        return new LotRules(this).broken(candidate);
    }

    @Override
    public void stands(Candidate candidate) {
        Event effect = candidate.effect();
        if (effect == null) return;
        for (Birth birth : Facts.births(effect)) {
            Item item = masters.item(birth.passport().item()).orElseThrow();
            Portion span = birth.of(effect.id());
            Lot born = new Lot(
                    0,
                    span,
                    birth.quantity().unit(),
                    item.tracking(),
                    effect.circumstances().site(),
                    birth.status() == null ? Status.QUARANTINED : birth.status(),
                    birth.passport(),
                    0,
                    effect.circumstances().occurredAt().from(),
                    effect.circumstances().occurredAt().to(),
                    Lot.isRetained(effect));
            undo.put(lots, span.first(), born);
            if (born.isSerial()) {
                addBlock(born);
                undo.step(() -> bornBy(effect.id()).remove(born));
            }
            int place = 0;
            for (var serial : LotGuard.serials(birth)) {
                LotId unit = new LotId(effect.id(), birth.ordinal() + place++);
                undo.put(
                        serials,
                        birth.passport().item() + "/" + serial.normal(),
                        new SerialUnit(serial, unit, born, 1, SerialUnit.Life.GOES_ON));
            }
        }
        for (Portion gone : Lives.endedBy(effect)) {
            for (var entry : java.util.Map.copyOf(serials).entrySet()) {
                if (gone.contains(entry.getValue().unit())) {
                    undo.put(serials, entry.getKey(), entry.getValue().ended());
                }
            }
        }
        if (effect instanceof Event.Judged judged) {
            for (Portion lot : judged.lots()) {
                on(lot).add(new Judgement(
                        lot,
                        judged.status(),
                        Long.MAX_VALUE,
                        judged.circumstances().occurredAt().from(),
                        new stemma.identifiers.ActorId("judging")));
                undo.step(on(lot)::removeLast);
            }
        }
    }

    @Override
    public void mark() {
        undo.mark();
    }

    @Override
    public void forget() {
        undo.forget();
    }
}
