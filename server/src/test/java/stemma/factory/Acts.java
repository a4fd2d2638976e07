package stemma.factory;

import stemma.identifiers.ActorId;
import stemma.identifiers.ContainerCode;
import stemma.identifiers.DocumentCode;
import stemma.identifiers.HoldCode;
import stemma.identifiers.ItemCode;
import stemma.identifiers.PartnerCode;
import stemma.identifiers.Portion;
import stemma.identifiers.ShipToCode;
import stemma.identifiers.ShipmentCode;
import stemma.ledger.AdjustmentCause;
import stemma.ledger.Birth;
import stemma.ledger.DeliveryBasis;
import stemma.ledger.Descent;
import stemma.ledger.Event;
import stemma.ledger.Line;
import stemma.ledger.Passport;
import stemma.ledger.Place;
import stemma.ledger.Reach;
import stemma.ledger.Reason;
import stemma.ledger.ReturnLine;
import stemma.ledger.SplitKind;
import stemma.ledger.Status;
import stemma.quantity.Quantity;
import stemma.signatures.Meaning;
import stemma.signatures.Signature;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Everything that may happen in a made-up factory, but for making, storing and mending. */
final class Acts {
    private static final Instant SIGNED_AT = Instant.parse("2026-02-01T00:00:00Z");
    private final Plant plant;
    private final Codes codes;
    private final Making making;
    private final Storing storing;
    private final Mending mending;
    private final List<Supplier<List<Event>>> acts = new ArrayList<>();

    Acts(Plant plant) {
        this.plant = plant;
        this.codes = plant.codes();
        this.making = new Making(plant);
        this.storing = new Storing(plant);
        this.mending = new Mending(plant);
        often(6, this::arrival);
        often(1, this::opened);
        often(3, this::moved);
        often(2, this::adjusted);
        often(5, this::split);
        often(3, this::merged);
        often(14, making::run);
        often(4, making::rework);
        often(3, making::lateInput);
        often(4, making::filled);
        often(4, making::drawn);
        often(1, making::emptied);
        often(1, making::cleaned);
        often(3, making::installed);
        often(2, making::removed);
        often(3, storing::packed);
        often(2, storing::unpacked);
        often(1, storing::takenOut);
        often(2, storing::sentAway);
        often(2, storing::arrived);
        often(2, this::sampled);
        often(5, this::shipped);
        often(4, this::delivered);
        often(3, this::returned);
        often(1, this::disposed);
        often(1, storing::destroyed);
        often(2, this::judged);
        often(1, this::held);
        often(1, this::lifted);
        often(1, this::identified);
        often(1, this::passport);
        often(7, mending::corrected);
    }

    private void often(int weight, Supplier<List<Event>> act) {
        for (int i = 0; i < weight; i++) acts.add(act);
    }

    /** Returns something that happens; where an act has nothing to act on, goods arrive. */
    List<Event> any() {
        List<Event> events = plant.pick(acts).get();
        return events.isEmpty() ? arrival() : events;
    }

    List<Event> arrival() {
        List<ItemCode> bought = List.of(
                codes.flour(),
                codes.flour(),
                codes.dough(),
                codes.part(),
                codes.water(),
                codes.unit());
        List<Birth> lots = new ArrayList<>();
        int n = 1 + plant.random.nextInt(2);
        int ordinal = 0;
        for (int i = 0; i < n; i++) {
            ItemCode item = plant.pick(bought);
            Birth birth = plant.birth(ordinal, item, plant.amount(item, 500), plant.location());
            ordinal += birth.units();
            lots.add(birth);
        }
        return List.of(plant.note(new Event.Received(
                plant.circumstances(),
                new DocumentCode("R" + codes.salt() + "-" + plant.number()),
                null,
                codes.supplier(),
                lots)));
    }

    private List<Event> opened() {
        ItemCode item = plant.pick(List.of(codes.flour(), codes.bread(), codes.part()));
        Place to = plant.chance(70)
                ? plant.location()
                : new Place.OfCustomer(plant.pick(codes.customers()), null);
        Birth birth = plant.birth(0, item, plant.amount(item, 300), to);
        return List.of(plant.note(new Event.Opened(plant.circumstances(), List.of(birth))));
    }

    private List<Event> moved() {
        if (plant.chance(20) && !plant.containers.isEmpty()) {
            return List.of(plant.note(new Event.Moved(
                    plant.circumstances(),
                    List.of(),
                    List.of(plant.pick(plant.containers)),
                    plant.location())));
        }
        return plant.anyLine().map(line -> other(line)).orElse(List.of());
    }

    private List<Event> other(Line line) {
        Place to = codes.locations().stream()
                .filter(p -> !p.equals(line.from()))
                .findFirst()
                .orElseThrow();
        return List.of(
                plant.note(new Event.Moved(plant.circumstances(), List.of(line), List.of(), to)));
    }

    private List<Event> adjusted() {
        Optional<Line> line = plant.anyLine();
        if (line.isEmpty() || line.get().lot().count() > 1) return List.of();
        Place variance = Place.Beyond.COUNT_VARIANCE;
        boolean found = plant.chance(40);
        Event adjusted = new Event.Adjusted(
                plant.circumstances(),
                line.get().lot(),
                line.get().quantity(),
                null,
                found ? variance : line.get().from(),
                found ? line.get().from() : variance,
                AdjustmentCause.COUNT);
        return List.of(plant.note(found && plant.chance(70) ? signed(adjusted) : adjusted));
    }

    private List<Event> split() {
        Optional<Line> line = plant.anyLine();
        if (line.isEmpty() || line.get().lot().count() > 1) return List.of();
        Goods.Piece piece =
                java.util.Objects.requireNonNull(plant.goods.piece(line.get().lot()));
        if (piece.isBlock() || codes.isPool(piece.item)) return List.of();
        Birth first = plant.birth(0, piece.item, line.get().quantity(), plant.location());
        List<Birth> into = new ArrayList<>(List.of(first));
        if (plant.chance(50)) {
            into.add(plant.birth(1, piece.item, plant.amount(piece.item, 5), plant.location()));
        }
        return List.of(plant.note(new Event.Split(
                plant.circumstances(), plant.pick(SplitKind.values()), line.get(), into)));
    }

    private List<Event> merged() {
        List<Line> lines = new ArrayList<>();
        for (Goods.Piece piece : plant.onHand()) {
            if (!piece.item.equals(codes.flour()) || lines.size() == 3) continue;
            if (plant.chance(60)) plant.lineOf(piece).ifPresent(lines::add);
        }
        if (lines.size() < 2) return List.of();
        Birth into =
                plant.birth(0, codes.flour(), plant.amount(codes.flour(), 400), plant.location());
        return List.of(plant.note(new Event.Merged(plant.circumstances(), lines, into)));
    }

    private List<Event> sampled() {
        return plant.anyLine()
                .map(line -> List.<Event>of(
                        plant.note(new Event.Sampled(plant.circumstances(), List.of(line)))))
                .orElse(List.of());
    }

    private List<Event> shipped() {
        PartnerCode customer = plant.pick(codes.customers());
        ShipToCode shipTo = plant.chance(60) ? new ShipToCode("D" + plant.random.nextInt(3)) : null;
        List<Line> lines = new ArrayList<>();
        plant.anyLine().ifPresent(lines::add);
        List<ContainerCode> boxes = plant.chance(25) && !plant.containers.isEmpty()
                ? List.of(plant.pick(plant.containers))
                : List.of();
        if (lines.isEmpty()) return List.of();
        ShipmentCode shipment = new ShipmentCode("SH" + codes.salt() + "-" + plant.number());
        plant.onTheRoad.add(shipment);
        return List.of(plant.note(new Event.Shipped(
                plant.circumstances(), shipment, null, customer, shipTo, lines, boxes)));
    }

    private List<Event> delivered() {
        if (plant.onTheRoad.isEmpty()) return List.of();
        ShipmentCode shipment = plant.pick(plant.onTheRoad);
        for (Event event : plant.told) {
            if (!(event instanceof Event.Shipped s) || !s.shipment().equals(shipment)) continue;
            Place road = new Place.InTransit(shipment);
            List<Line> lines = s.lines().stream()
                    .map(l -> new Line(l.lot(), l.quantity(), null, road))
                    .toList();
            plant.onTheRoad.remove(shipment);
            return List.of(plant.note(new Event.Delivered(
                    plant.circumstances(),
                    shipment,
                    s.consignee(),
                    s.shipTo(),
                    plant.pick(DeliveryBasis.values()),
                    lines)));
        }
        return List.of();
    }

    private List<Event> returned() {
        List<ReturnLine> lines = new ArrayList<>();
        PartnerCode customer = plant.pick(codes.customers());
        ShipToCode shipTo = null;
        for (Goods.Piece piece : plant.goods.pieces()) {
            for (Place place : piece.places()) {
                boolean theirs =
                        place instanceof Place.OfCustomer(var c, var _) && c.equals(customer);
                if (piece.isBlock() || codes.isPool(piece.item) || !(theirs || plant.chance(1)))
                    continue;
                if (lines.size() == 2) continue;
                if (place instanceof Place.OfCustomer(var _, var to)) shipTo = to;
                Quantity quantity = plant.amount(piece.item, 9);
                lines.add(new ReturnLine(
                        piece.span,
                        plant.birth(lines.size(), piece.item, quantity, plant.location())));
            }
        }
        if (lines.isEmpty()) return List.of();
        return List.of(plant.note(new Event.Returned(
                plant.circumstances(),
                new DocumentCode("RET" + codes.salt() + "-" + plant.number()),
                customer,
                shipTo,
                lines)));
    }

    private List<Event> disposed() {
        Optional<Line> line = plant.anyLine();
        if (line.isEmpty()) return List.of();
        List<Line> lines = List.of(line.get());
        DocumentCode document = new DocumentCode("DOC" + codes.salt() + "-" + plant.number());
        return List.of(
                switch (plant.random.nextInt(3)) {
                    case 0 -> plant.note(new Event.Scrapped(plant.circumstances(), lines));
                    case 1 ->
                        plant.note(new Event.Destroyed(plant.circumstances(), document, lines));
                    default ->
                        plant.note(new Event.ReturnedToSupplier(
                                plant.circumstances(), document, codes.supplier(), lines));
                });
    }

    private List<Event> judged() {
        List<Portion> lots = plant.anyLine().map(line -> List.of(line.lot())).orElse(List.of());
        Status status = plant.chance(plant.mixed() ? 30 : 50)
                ? Status.RELEASED
                : plant.pick(Status.values());
        if (lots.isEmpty()) return List.of();
        Event judged = new Event.Judged(plant.circumstances(), status, lots, List.of());
        boolean signs = judged.circumstances().isReport() || plant.chance(70);
        return List.of(signs ? signed(judged) : judged);
    }

    /** Returns what frees material or takes back a word, as it may stand: signed, with a reason. */
    static Event answeredFor(Event event) {
        return signed(event.under(event.circumstances().because(Reason.of("made_up"))));
    }

    private static Event signed(Event event) {
        boolean rejects = event instanceof Event.Judged e && e.status() == Status.REJECTED;
        String meaning = (rejects ? Meaning.REJECTED : Meaning.APPROVED).word();
        Signature signature =
                new Signature(new ActorId("quinn"), "Quinn", meaning, SIGNED_AT, "made up");
        return event.under(event.circumstances().signed(signature));
    }

    private List<Event> held() {
        Optional<Line> line = plant.anyLine();
        if (line.isEmpty()) return List.of();
        HoldCode hold = new HoldCode("H" + codes.salt() + "-" + plant.number());
        plant.holds.add(hold);
        return List.of(new Event.Held(
                plant.circumstances().because(Reason.of("made_up")),
                hold,
                new Reach.Sublot(line.get().lot()),
                plant.pick(Descent.values())));
    }

    private List<Event> lifted() {
        if (plant.holds.isEmpty()) return List.of();
        return List.of(answeredFor(
                new Event.HoldLifted(plant.circumstances(), plant.holds.removeFirst())));
    }

    private List<Event> identified() {
        List<Goods.Piece> pieces = plant.onHand().stream()
                .filter(p -> p.item.equals(codes.flour()))
                .toList();
        if (pieces.isEmpty()) return List.of();
        Birth unknown =
                plant.birth(0, codes.flour(), plant.amount(codes.flour(), 9), plant.location());
        Event.Opened opened = plant.note(new Event.Opened(plant.circumstances(), List.of(unknown)));
        return List.of(
                opened,
                new Event.Identified(
                        plant.circumstances(),
                        unknown.of(opened.id()).first(),
                        plant.pick(pieces).span.first()));
    }

    private List<Event> passport() {
        return plant.anyLine()
                .map(line -> {
                    Goods.Piece piece =
                            java.util.Objects.requireNonNull(plant.goods.piece(line.lot()));
                    Passport passport = Passport.of(
                            piece.item,
                            new stemma.identifiers.LotNumber(
                                    "N" + codes.salt() + "-" + plant.number()));
                    return List.of(answeredFor(new Event.PassportChanged(
                            plant.circumstances(), piece.span, passport)));
                })
                .orElse(List.of());
    }
}
