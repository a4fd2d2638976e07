package stemma.factory;

import stemma.identifiers.ContainerCode;
import stemma.identifiers.EventId;
import stemma.identifiers.HoldCode;
import stemma.identifiers.ItemCode;
import stemma.identifiers.LotId;
import stemma.identifiers.LotNumber;
import stemma.identifiers.Portion;
import stemma.identifiers.ShipmentCode;
import stemma.ledger.Birth;
import stemma.ledger.Circumstances;
import stemma.ledger.Claim;
import stemma.ledger.Event;
import stemma.ledger.Evidence;
import stemma.ledger.Line;
import stemma.ledger.Occurrence;
import stemma.ledger.Passport;
import stemma.ledger.PassportDate;
import stemma.ledger.Place;
import stemma.ledger.Reason;
import stemma.ledger.Run;
import stemma.ledger.Serials;
import stemma.ledger.Status;
import stemma.ledger.TimeSource;
import stemma.quantity.Quantity;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * A made-up factory: its goods, clock and ids, all drawn from a seed. Its acts are in {@link Acts}.
 */
final class Plant {
    /** Whether everything is a report, or intents are among it. */
    enum Claims {
        MIXED,
        REPORTS
    }

    private static final Instant OPENING = Instant.parse("2026-01-05T06:00:00Z");
    private static final PassportDate SOON = PassportDate.of("2026-01-08");
    private static final ZoneId ZONE = ZoneId.of("UTC");

    final SplittableRandom random;
    final Goods goods = new Goods();
    final List<Run> runs = new ArrayList<>();
    final List<Event> told = new ArrayList<>();
    final List<ContainerCode> containers = new ArrayList<>();
    final List<ShipmentCode> onTheRoad = new ArrayList<>();
    final List<HoldCode> holds = new ArrayList<>();
    private final Codes codes;
    private final Claims claims;
    private final Acts acts;
    private Instant clock = OPENING;
    private int drawn;

    Plant(long seed, Codes codes, Claims claims) {
        this.random = new SplittableRandom(seed);
        this.codes = codes;
        this.claims = claims;
        this.acts = new Acts(this);
    }

    Codes codes() {
        return codes;
    }

    /** Returns what happens next, as one submission of at least one event. */
    List<Event> next() {
        return next(List.of(acts::any));
    }

    /** Returns what happens next, of some kinds of acts only; goods arrive where nothing can. */
    List<Event> next(List<Supplier<List<Event>>> some) {
        clock = clock.plus(Duration.ofMinutes(5 + random.nextInt(300)));
        List<Event> events =
                goods.pieces().size() < 3 ? acts.arrival() : pick(some).get();
        if (events.isEmpty()) events = acts.arrival();
        told.addAll(events);
        return events;
    }

    /** Takes note of an event and returns it. */
    <E extends Event> E note(E event) {
        goods.note(event, codes);
        return event;
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    <T> T pick(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    <T> T pick(T[] some) {
        return some[random.nextInt(some.length)];
    }

    int number() {
        return ++drawn;
    }

    EventId id() {
        int n = number();
        long most = (OPENING.toEpochMilli() + n) << 16 | 0x7000L;
        long least = codes.salt() << 20 & 0x3fff_ffff_ffff_ffffL | n | 0x8000_0000_0000_0000L;
        return new EventId(new UUID(most, least));
    }

    Circumstances circumstances() {
        boolean asks = claims == Claims.MIXED && chance(55);
        Occurrence at = asks ? at(clock, Duration.ZERO) : when();
        return Circumstances.of(
                        id(),
                        asks ? Claim.INTENT : Claim.REPORT,
                        at,
                        codes.site(),
                        pick(Evidence.values()))
                .because(asks ? null : Reason.of("made_up"));
    }

    /** Returns circumstances of something that is only ever stated. */
    Circumstances stated() {
        return Circumstances.of(id(), Claim.REPORT, when(), codes.site(), pick(Evidence.values()))
                .because(Reason.of("made_up"));
    }

    /** A report is of a moment, of some hours, or of nobody knows which days; often of earlier. */
    Occurrence when() {
        Instant moment = chance(25) ? clock.minus(Duration.ofMinutes(random.nextInt(3000))) : clock;
        int vague = random.nextInt(10);
        if (vague == 0) return at(moment.minus(Duration.ofDays(2)), Duration.ofDays(4));
        if (vague <= 2) return at(moment.minus(Duration.ofHours(2)), Duration.ofHours(4));
        return at(moment, Duration.ZERO);
    }

    private static Occurrence at(Instant from, Duration length) {
        return new Occurrence(from, from.plus(length), TimeSource.STATED, ZONE);
    }

    Quantity amount(ItemCode item, int most) {
        int n = 1 + random.nextInt(most);
        return new Quantity(BigDecimal.valueOf(n), codes.of(item));
    }

    boolean mixed() {
        return claims == Claims.MIXED;
    }

    Birth birth(int ordinal, ItemCode item, Quantity quantity, Place to) {
        Passport passport = Passport.of(item, new LotNumber("L" + codes.salt() + "-" + number()));
        boolean isEven = quantity.amount().longValue() % 2 == 0;
        if (chance(4)) passport = isEven ? passport.expiring(SOON) : testedSoon(passport);
        if (!codes.isSerial(item)) {
            Birth plain = Birth.of(ordinal, passport, quantity, to);
            return claims == Claims.MIXED && chance(5)
                    ? plain.with(passport, Status.RELEASED)
                    : plain;
        }
        int units = 1 + random.nextInt(6);
        Passport serials = passport.withSerials(
                Serials.counted("U" + codes.salt() + "-" + number() + "-", 1, 3));
        return new Birth(ordinal, units, serials, Quantity.each(units), null, to, null);
    }

    private static Passport testedSoon(Passport of) {
        return new Passport(
                of.item(),
                of.number(),
                of.maker(),
                of.seller(),
                of.traceabilityLotCode(),
                of.produced(),
                of.expiry(),
                of.bestBefore(),
                SOON,
                of.origin(),
                of.owner(),
                of.externalLots(),
                of.serials());
    }

    /** Returns something of a place that a line can be taken from, mostly as much as is there. */
    Optional<Line> line(Goods.Piece piece, Place from) {
        if (piece.isBlock()) return units(piece, from);
        BigDecimal there = piece.at.getOrDefault(from, BigDecimal.ZERO);
        long most = Math.max(1, there.longValue());
        long taken = chance(7) ? most + 1 : chance(40) ? most : 1 + random.nextLong(most);
        Quantity quantity = new Quantity(BigDecimal.valueOf(taken), codes.of(piece.item));
        return Optional.of(new Line(piece.span, quantity, null, from));
    }

    private Optional<Line> units(Goods.Piece piece, Place from) {
        List<Integer> there = new ArrayList<>();
        piece.units.forEach((ordinal, place) -> {
            if (place.equals(from)) there.add(ordinal);
        });
        if (there.isEmpty()) return Optional.empty();
        int first = pick(there);
        int last = first;
        while (there.contains(last + 1) && chance(60)) last++;
        Portion units = new Portion(new LotId(piece.span.first().birth(), first), last - first + 1);
        return Optional.of(new Line(units, Quantity.each(units.count()), null, from));
    }

    /** Returns pieces that have something at a location. */
    List<Goods.Piece> onHand() {
        return goods.pieces().stream()
                .filter(p -> p.places().stream().anyMatch(codes.locations()::contains))
                .toList();
    }

    /** Returns a line from some location, of any goods on hand. */
    Optional<Line> anyLine() {
        List<Goods.Piece> pieces = onHand();
        return pieces.isEmpty() ? Optional.empty() : lineOf(pick(pieces));
    }

    Optional<Line> lineOf(Goods.Piece piece) {
        List<Place> places =
                piece.places().stream().filter(codes.locations()::contains).toList();
        return places.isEmpty() ? Optional.empty() : line(piece, pick(places));
    }

    Place location() {
        return pick(codes.locations());
    }
}
