package stemma.bench;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.DocumentCode;
import stemma.identifiers.EventId;
import stemma.identifiers.EventIds;
import stemma.identifiers.ItemCode;
import stemma.identifiers.LotId;
import stemma.identifiers.LotNumber;
import stemma.identifiers.OrderCode;
import stemma.identifiers.PartnerCode;
import stemma.identifiers.Portion;
import stemma.identifiers.RunId;
import stemma.identifiers.ShipToCode;
import stemma.identifiers.ShipmentCode;
import stemma.ledger.Birth;
import stemma.ledger.Circumstances;
import stemma.ledger.Claim;
import stemma.ledger.DeliveryBasis;
import stemma.ledger.Event;
import stemma.ledger.Evidence;
import stemma.ledger.ExternalLot;
import stemma.ledger.Input;
import stemma.ledger.Line;
import stemma.ledger.Occurrence;
import stemma.ledger.Passport;
import stemma.ledger.PassportDate;
import stemma.ledger.Place;
import stemma.ledger.ResourceUse;
import stemma.ledger.Run;
import stemma.ledger.RunBasis;
import stemma.ledger.RunKind;
import stemma.ledger.TimeSource;
import stemma.quantity.Quantity;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The events of a plant for ever, the same for the same seed and name: it receives, moves, mixes,
 * packs, samples, scraps, ships and delivers. A lot of salt goes into one mix of two until it has
 * been in {@link #SALTED} of them, so that it comes to have close to a thousand relatives, or in as
 * many as wanted.
 */
final class PlantStory {
    static final int SALTED = 300;

    private static final int KILOGRAMS_OF_SALT = 20_000;
    private static final int SALT_IN_A_MIX = 5;

    private static final Instant OPENING = Instant.parse("2016-01-04T06:00:00Z");
    private static final Duration STEP = Duration.ofSeconds(85);
    private static final int RAWS_AT_HAND = 40;
    private static final int SHELF_LIFE_DAYS = 9_000;

    private final String name;
    private final int mostSalted;
    private final SplittableRandom random;
    private final EventIds ids;
    private final Deque<Event> told = new ArrayDeque<>();
    private final List<Pile> raws = new ArrayList<>();
    private final List<Pile> mixes = new ArrayList<>();
    private final List<Pile> packed = new ArrayList<>();
    private @Nullable Pile salt;
    private int salted;
    private int round;
    private Instant now = OPENING;

    PlantStory(String name, long seed) {
        this(name, seed, SALTED);
    }

    /** Tells of a plant in which a lot of salt goes into so many mixes. */
    PlantStory(String name, long seed, int mostSalted) {
        this.name = name;
        this.mostSalted = mostSalted;
        this.random = new SplittableRandom(seed);
        SplittableRandom forIds = random.split();
        this.ids = new EventIds(() -> now, forIds::nextLong);
    }

    /** Material of one lot that stands at one place. */
    private static final class Pile {
        private final LotId lot;
        private final Place place;
        private int left;

        Pile(LotId lot, Place place, int left) {
            this.lot = lot;
            this.place = place;
            this.left = left;
        }
    }

    /** Returns the event that follows. */
    Event next() {
        while (told.isEmpty()) tellRound();
        return told.removeFirst();
    }

    /** Returns as many events as asked for, in their order. */
    List<Event> next(int count) {
        List<Event> events = new ArrayList<>(count);
        for (int i = 0; i < count; i++) events.add(next());
        return events;
    }

    /** Returns the lot of salt that is in use, once something has been told. */
    LotId salt() {
        return java.util.Objects.requireNonNull(salt).lot;
    }

    private void tellRound() {
        round++;
        receive();
        mix();
        pack();
        ship();
        if (random.nextInt(20) == 0) lose();
    }

    private void receive() {
        if (salt == null || salted == mostSalted) {
            int kilograms = Math.max(KILOGRAMS_OF_SALT, SALT_IN_A_MIX * mostSalted);
            salt = received(List.of(PlantMasters.salt()), kilograms).getFirst();
            salted = 0;
        }
        List<ItemCode> items = new ArrayList<>();
        for (int i = random.nextInt(1, 3); i > 0; i--)
            items.add(PlantMasters.raw(random.nextInt(PlantMasters.RAWS)));
        raws.addAll(received(items, 1_000));
        raws.removeIf(pile -> pile.left == 0);
        while (raws.size() > RAWS_AT_HAND) raws.removeFirst();
    }

    /** Goods come in and are brought to the line. */
    private List<Pile> received(List<ItemCode> items, int kilograms) {
        Circumstances c = circumstances();
        PartnerCode supplier = PlantMasters.supplier(random.nextInt(PlantMasters.SUPPLIERS));
        List<Birth> births = new ArrayList<>();
        List<Line> lines = new ArrayList<>();
        List<Pile> piles = new ArrayList<>();
        Quantity quantity = kilograms(kilograms);
        for (ItemCode item : items) {
            int ordinal = births.size();
            Passport passport = Passport.of(item, new LotNumber(code("R") + "-" + ordinal))
                    .expiring(PassportDate.of(today().plusDays(SHELF_LIFE_DAYS)))
                    .alsoKnownAs(List.of(new ExternalLot(supplier, "S" + number())));
            births.add(Birth.of(ordinal, passport, quantity, PlantMasters.GOODS_IN));
            LotId lot = new LotId(c.id(), ordinal);
            lines.add(new Line(Portion.of(lot), quantity, null, PlantMasters.GOODS_IN));
            piles.add(new Pile(lot, PlantMasters.LINE, kilograms));
        }
        tell(new Event.Received(
                c,
                new DocumentCode(code("RCPT") + "-" + c.id().toString().substring(32)),
                new OrderCode(code("PO")),
                supplier,
                births));
        tell(new Event.Moved(circumstances(), lines, List.of(), PlantMasters.LINE));
        return piles;
    }

    private void mix() {
        List<Input> inputs = new ArrayList<>();
        int several = Math.min(raws.size(), random.nextInt(3, 7));
        int first = random.nextInt(raws.size());
        for (int i = 0; i < several; i++)
            take(raws.get((first + i * 7) % raws.size()), 20 + random.nextInt(30), inputs);
        if (salt != null && random.nextInt(2) == 0) {
            take(salt, SALT_IN_A_MIX, inputs);
            salted++;
        }
        if (inputs.isEmpty()) return;
        ItemCode item = PlantMasters.mix(random.nextInt(PlantMasters.FINISHED_ITEMS));
        EventId born = run("MIX", inputs, item, kilograms(200), PlantMasters.LINE);
        mixes.add(new Pile(new LotId(born, 0), PlantMasters.LINE, 200));
    }

    private void pack() {
        List<Input> inputs = new ArrayList<>();
        for (Pile mix : List.copyOf(mixes)) {
            if (inputs.size() < 2) take(mix, Math.min(mix.left, 80 + random.nextInt(100)), inputs);
            if (mix.left == 0) mixes.remove(mix);
        }
        if (inputs.isEmpty()) return;
        ItemCode item = PlantMasters.packed(random.nextInt(PlantMasters.FINISHED_ITEMS));
        EventId born = run("PACK", inputs, item, Quantity.each(500), PlantMasters.FINISHED);
        LotId lot = new LotId(born, 0);
        Line line = new Line(Portion.of(lot), Quantity.each(500), null, PlantMasters.FINISHED);
        tell(new Event.Moved(circumstances(), List.of(line), List.of(), PlantMasters.DISPATCH));
        packed.add(new Pile(lot, PlantMasters.DISPATCH, 500));
    }

    /** A run takes in its inputs and yields one lot. */
    private EventId run(
            String kind, List<Input> inputs, ItemCode item, Quantity yield, Place place) {
        Run run = new Run(
                new RunId(code(kind)),
                new OrderCode(code("WO")),
                PlantMasters.line(random.nextInt(PlantMasters.LINES)),
                RunKind.PRODUCTION,
                RunBasis.CLEANING,
                null);
        ResourceUse use =
                new ResourceUse(java.util.Objects.requireNonNull(run.line()), "equipment", null);
        tell(new Event.Consumed(circumstances().touchedBy(List.of(use)), run, inputs, List.of()));
        Circumstances c = circumstances();
        Passport passport = Passport.of(item, new LotNumber(code(kind.substring(0, 1))));
        tell(new Event.Produced(c, run, List.of(Birth.of(0, passport, yield, place))));
        return c.id();
    }

    private void ship() {
        List<Line> lines = new ArrayList<>();
        for (Pile pile : List.copyOf(packed)) {
            int count = Math.min(pile.left, 100 + random.nextInt(250));
            if (lines.size() == 3) break;
            pile.left -= count;
            lines.add(new Line(Portion.of(pile.lot), Quantity.each(count), null, pile.place));
            if (pile.left == 0) packed.remove(pile);
        }
        if (lines.isEmpty()) return;
        int customer = random.nextInt(1 + random.nextInt(PlantMasters.CUSTOMERS));
        PartnerCode consignee = PlantMasters.customer(customer);
        ShipToCode shipTo = PlantMasters.shipTo(random.nextInt(PlantMasters.SHIP_TOS));
        ShipmentCode shipment = new ShipmentCode(code("SH"));
        OrderCode order = new OrderCode(code("SO"));
        tell(new Event.Shipped(
                circumstances(), shipment, order, consignee, shipTo, lines, List.of()));
        if (random.nextInt(10) == 0) return;
        tell(new Event.Delivered(
                circumstances(),
                shipment,
                consignee,
                shipTo,
                DeliveryBasis.PROVEN,
                lines(lines, new Place.InTransit(shipment))));
    }

    private static List<Line> lines(List<Line> lines, Place from) {
        return lines.stream()
                .map(line -> new Line(line.lot(), line.quantity(), null, from))
                .toList();
    }

    /** A sample is taken of one raw lot, and a little of another is lost. */
    private void lose() {
        Pile sampled = raws.get(random.nextInt(raws.size()));
        Pile scrapped = raws.get(random.nextInt(raws.size()));
        List<Input> taken = new ArrayList<>();
        take(sampled, 1, taken);
        if (!taken.isEmpty())
            tell(new Event.Sampled(circumstances(), List.of(taken.removeFirst().line())));
        take(scrapped, 2, taken);
        if (!taken.isEmpty())
            tell(new Event.Scrapped(circumstances(), List.of(taken.removeFirst().line())));
    }

    private static void take(Pile pile, int amount, List<Input> inputs) {
        int taken = Math.min(pile.left, amount);
        if (taken == 0) return;
        pile.left -= taken;
        inputs.add(new Input(Portion.of(pile.lot), kilograms(taken), null, pile.place, List.of()));
    }

    private void tell(Event event) {
        told.addLast(event);
    }

    private Circumstances circumstances() {
        now = now.plus(STEP);
        return Circumstances.of(
                ids.next(),
                Claim.INTENT,
                Occurrence.at(now, TimeSource.STATED, PlantMasters.ZONE),
                PlantMasters.SITE,
                Evidence.SCANNED);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }

    private String code(String kind) {
        return name + "-" + kind + "-" + round;
    }

    private int number() {
        return 100_000_000 + random.nextInt(900_000_000);
    }

    private static Quantity kilograms(int amount) {
        return new Quantity(java.math.BigDecimal.valueOf(amount), PlantMasters.KILOGRAM);
    }
}
