package stemma.restore;

import stemma.World;
import stemma.identifiers.ActorId;
import stemma.identifiers.OrderCode;
import stemma.identifiers.PartnerCode;
import stemma.identifiers.ShipmentCode;
import stemma.identifiers.SiteCode;
import stemma.journal.Author;
import stemma.ledger.Answer;
import stemma.ledger.Circumstances;
import stemma.ledger.Claim;
import stemma.ledger.Event;
import stemma.ledger.Evidence;
import stemma.ledger.Line;
import stemma.ledger.Occurrence;
import stemma.ledger.Place;
import stemma.ledger.Submission;
import stemma.ledger.TimeSource;
import stemma.stock.Need;
import stemma.stock.Offer;
import stemma.stock.Pick;
import stemma.stock.Purpose;
import stemma.stock.Reservation;
import stemma.stock.Reservations;
import stemma.stock.Standing;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** Goods of a plant that are kept for an order, so that something is to be kept by a restore. */
record KeptGoods(OrderCode order, PartnerCode another) {
    private static final Author SENA = new Author(new ActorId("sena"), "test", "test");

    /** Keeps all there is of two lots: one for the order and in hand, one that is given free. */
    void keep(World world) {
        List<Offer> free = world.stock().standing().stream()
                .filter(standing -> standing.place() instanceof Place.At)
                .filter(standing -> !standing.lot().isPool() && !standing.lot().isSerial())
                .flatMap(standing -> offers(world, standing).stream())
                .filter(offer -> offer.isFit() && offer.place() instanceof Place.At)
                .limit(2)
                .toList();
        for (Offer offer : free) keep(world, offer);
        List<Reservation> kept = world.reservations().of(order);
        world.reservations().pick(List.of(kept.getFirst().key()), SENA);
        world.reservations().release(List.of(kept.getLast().key()), "not wanted", SENA);
    }

    private static List<Offer> offers(World world, Standing standing) {
        return world.reservations().offers(need(world, standing)).stream()
                .filter(offer -> offer.lot().id().equals(standing.lot().id()))
                .limit(1)
                .toList();
    }

    private static Need need(World world, Standing standing) {
        SiteCode site = ((Place.At) standing.place()).site();
        return Need.of(
                standing.lot().item(), site, Purpose.SHIP, standing.quantity(), today(world));
    }

    private static LocalDate today(World world) {
        return LocalDate.ofInstant(world.clock().now(), ZoneOffset.UTC);
    }

    private void keep(World world, Offer offer) {
        SiteCode site = ((Place.At) offer.place()).site();
        Need need = Need.of(offer.lot().item(), site, Purpose.SHIP, offer.free(), today(world));
        Pick pick = new Pick(offer.portion(), offer.place(), offer.free());
        var answer = world.reservations()
                .keep(new Reservations.Keeping(order, 1, need, List.of(pick), null), SENA);
        if (answer instanceof Reservations.Answer.Refused(var why)) throw new AssertionError(why);
    }

    /** Returns what becomes of the wish to ship elsewhere what is kept; nothing is recorded. */
    Answer shippedElsewhere(World world) {
        Reservation kept = world.reservations().of(order).stream()
                .filter(Reservation::isOpen)
                .findFirst()
                .orElseThrow();
        Circumstances now = Circumstances.of(
                world.ids().next(),
                Claim.INTENT,
                Occurrence.at(world.clock().now(), TimeSource.SERVER, ZoneOffset.UTC),
                ((Place.At) kept.place()).site(),
                Evidence.SCANNED);
        Event shipped = new Event.Shipped(
                now,
                new ShipmentCode("ELSEWHERE"),
                null,
                another,
                null,
                List.of(new Line(kept.lot(), kept.quantity(), null, kept.place())),
                List.of());
        return world.ledger().consider(Submission.of(SENA, shipped));
    }
}
