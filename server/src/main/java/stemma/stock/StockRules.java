package stemma.stock;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.HoldCode;
import stemma.identifiers.LotId;
import stemma.identifiers.Portion;
import stemma.ledger.Candidate;
import stemma.ledger.Event;
import stemma.ledger.Facts;
import stemma.ledger.Line;
import stemma.ledger.Movement;
import stemma.ledger.PassportDate;
import stemma.ledger.Place;
import stemma.ledger.Rule;
import stemma.ledger.Violation;
import stemma.lots.Lot;
import stemma.quantity.Quantity;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * The rules about what may be taken: not held, judged fit, not expired, there, and enough of it.
 */
final class StockRules {
    private final StockBook book;
    private final List<Violation> broken = new ArrayList<>();

    StockRules(StockBook book) {
        this.book = book;
    }

    List<Violation> broken(Candidate candidate) {
        Event effect = candidate.effect();
        dependents(candidate);
        broken.addAll(new SignedActs(book).broken(candidate));
        if (effect == null) return broken;
        named(candidate, effect);
        broken.addAll(new SiteRules(book.containers()).broken(effect));
        Set<LotId> born = new HashSet<>();
        Facts.births(effect).forEach(b -> born.add(b.of(effect.id()).first()));
        int before = book.shelf().steps();
        if (candidate.undone() != null)
            Facts.movements(candidate.undone().effect()).forEach(book::back);
        int line = 0;
        for (Movement movement : Facts.movements(effect)) {
            String element = "lines[" + line++ + "]";
            Lot lot = book.lots().find(movement.lot().first());
            if (born.contains(movement.lot().first()) || lot == null || lot.isPool()) continue;
            Purpose purpose = purpose(effect, movement);
            fitness(candidate, purpose, lot, movement, element);
            retained(effect, purpose, lot, movement, element);
            int known = broken.size();
            if (effect.circumstances().follows() == null) presence(lot, movement, element);
            // What arrives without having been sent was kept from leaving by nothing yet.
            if (effect instanceof Event.Delivered && broken.size() > known)
                fitness(candidate, Purpose.SHIP, lot, movement, element);
            book.shelf().move(lot, movement);
        }
        book.shelf().backTo(before);
        lent(candidate, effect);
        broken.addAll(new HeldResources(book).broken(candidate, effect));
        return broken;
    }

    private Purpose purpose(Event effect, Movement movement) {
        return becomesUntracked(effect)
                ? Purpose.USE
                : Purpose.of(effect, movement, book.containers()::standing);
    }

    /** What goes into a partner's hands inside a container is not named by the event. */
    private void lent(Candidate candidate, Event effect) {
        for (Line line : Lending.content(effect, book)) {
            Lot lot = book.lots().get(line.lot().first());
            Movement out = new Movement(
                    line.lot(), line.quantity(), null, line.from(), Place.Beyond.COUNT_VARIANCE);
            fitness(candidate, Purpose.LEND, lot, out, "containers");
        }
    }

    private void dependents(Candidate candidate) {
        if (candidate.effect() != null || candidate.undone() == null) return;
        for (var birth : Facts.births(candidate.undone().effect())) {
            Portion lot = birth.of(candidate.undone().effect().id());
            if (book.loaded().withDependents().contains(lot)) {
                broken.add(Rule.VOID_HAS_DEPENDENTS.broken(
                        "corrects",
                        lot,
                        "Lot " + birth.passport().number()
                                + " was used since; replace the event instead."));
            }
        }
    }

    private void named(Candidate candidate, Event effect) {
        if (candidate.undone() == null) holdNamed(effect);
        broken.addAll(new ContainerRules(book.containers()).broken(candidate, effect));
    }

    private void holdNamed(Event effect) {
        if (effect instanceof Event.Held held && isTaken(held.hold())) {
            broken.add(Rule.HOLD_EXISTS.broken(
                    "hold", null, "There is a hold " + held.hold() + " already."));
        }
        if (effect instanceof Event.HoldLifted lifted && !book.holds().knows(lifted.hold())) {
            broken.add(Rule.HOLD_UNKNOWN.broken(
                    "hold", null, "There is no hold " + lifted.hold() + " in force."));
        }
    }

    private boolean isTaken(HoldCode code) {
        return book.loaded().everHeld().contains(code) || book.holds().wasSet(code);
    }

    private void fitness(
            Candidate candidate, Purpose purpose, Lot lot, Movement movement, String element) {
        if (purpose == Purpose.KEEP || purpose == Purpose.DISPOSE) return;
        held(candidate, lot, movement.lot(), movement.from(), element);
        status(purpose, lot, movement.lot(), element);
        if (purpose != Purpose.LEND) expiry(candidate, lot, movement, element);
        // What is built into a unit goes where the unit goes, and is named by nobody.
        for (BuiltIn.Part part : book.built().within(movement.lot())) {
            Lot inside = book.lots().get(part.lot().first());
            held(candidate, inside, part.lot(), part.place(), element);
            status(purpose, inside, part.lot(), element);
        }
    }

    /** It is taken for a test, moved, or destroyed at its end; a part of it is retained as well. */
    private void retained(
            Event effect, Purpose purpose, Lot lot, Movement movement, String element) {
        if (!lot.isRetained()) return;
        boolean stays = switch (purpose) {
            case USE, SHIP, LEND -> false;
            case DISPOSE -> !(effect instanceof Event.ReturnedToSupplier);
            case KEEP -> !(effect instanceof Event.Split) || Lot.isRetained(effect);
        };
        if (stays) return;
        broken.add(Rule.LOT_IS_RETAINED.broken(
                element,
                movement.lot(),
                "Lot " + lot.number() + " is kept as a retained sample: it is taken for a test, or"
                        + " destroyed at its end."));
    }

    private void held(Candidate candidate, Lot lot, Portion units, Place at, String element) {
        Event event = Objects.requireNonNull(candidate.effect());
        for (Hold hold : book.holds().reaching(lot, units, at)) {
            boolean later = event.circumstances().isReport()
                    && event.circumstances().occurredAt().to().isBefore(hold.since());
            Rule rule = later ? Rule.RECORDED_AFTER_HOLD : Rule.LOT_IS_HELD;
            broken.add(rule.broken(
                    element,
                    units,
                    later
                            ? "Lot " + lot.number() + " was used before hold " + hold.code()
                                    + ", and recorded after it."
                            : "Lot " + lot.number() + " is held: " + hold.code() + " "
                                    + hold.reason() + "."));
        }
    }

    private void status(Purpose purpose, Lot lot, Portion units, String element) {
        Rule rule = switch (book.lots().status(units)) {
            case RELEASED -> null;
            case RESTRICTED -> purpose == Purpose.SHIP ? Rule.LOT_RESTRICTED : null;
            case QUARANTINED -> purpose == Purpose.LEND ? null : Rule.LOT_NOT_RELEASED;
            case REJECTED -> Rule.LOT_REJECTED;
        };
        if (rule != null) {
            broken.add(rule.broken(
                    element,
                    units,
                    "Lot " + lot.number() + " is "
                            + book.lots().status(units).name().toLowerCase(java.util.Locale.ROOT)
                            + "."));
        }
    }

    /**
     * What becomes stock that nobody keeps apart is used up as itself: no hold follows it there.
     */
    private boolean becomesUntracked(Event event) {
        return event instanceof Event.Split split
                && split.into().stream()
                        .anyMatch(part -> book.lots().isPool(part.passport().item()));
    }

    /**
     * Good to the end of its last day, by the clocks of the site where it is used. Who asks, asks
     * about now, whatever time he says; of what has happened, its own time counts.
     */
    private void expiry(Candidate candidate, Lot lot, Movement movement, String element) {
        Event event = Objects.requireNonNull(candidate.effect());
        ZoneId zone = book.lots().zone(event);
        Instant said = event.circumstances().occurredAt().to();
        boolean asks = !event.circumstances().isReport() && candidate.undone() == null;
        Instant when = asks && book.lots().now().isAfter(said) ? book.lots().now() : said;
        LocalDate day = when.atZone(zone).toLocalDate();
        PassportDate expiry = lot.passport().expiry();
        if (expiry != null && expiry.lastDay().isBefore(day)) {
            broken.add(Rule.LOT_EXPIRED.broken(
                    element,
                    movement.lot(),
                    "Lot " + lot.number() + " expired on " + expiry + "."));
        }
        PassportDate retest = lot.passport().retest();
        if (retest != null && retest.lastDay().isBefore(day)) {
            broken.add(Rule.RETEST_DUE.broken(
                    element,
                    movement.lot(),
                    "Lot " + lot.number() + " was to be tested again by " + retest + "."));
        }
    }

    private void presence(Lot lot, Movement movement, String element) {
        if (movement.from() instanceof Place.OfCustomer(var partner, var _)) {
            bought(lot, movement, partner, element);
            return;
        }
        // A unit is in one place, so that it cannot come from anywhere else, guarded or not.
        if (lot.isSerial()) {
            int there = book.shelf().ranges(lot).countAt(movement.lot(), movement.from());
            if (there < movement.lot().count()) {
                broken.add(Rule.SERIAL_ELSEWHERE.broken(
                        element,
                        movement.lot(),
                        (movement.lot().count() - there) + " of these units of " + lot.number()
                                + " are not at " + Places.words(movement.from()) + "."));
            }
            return;
        }
        if (!movement.from().isFinite()) return;
        Quantity there = book.shelf().at(lot, movement.from());
        if (there.isLessThan(movement.quantity())) {
            broken.add(Rule.NOT_ENOUGH.broken(
                    element,
                    movement.lot(),
                    "Lot " + lot.number() + " at " + Places.words(movement.from()) + " has " + there
                            + "; asked for " + movement.quantity() + "."));
        }
    }

    private void bought(
            Lot lot, Movement movement, stemma.identifiers.PartnerCode partner, String element) {
        boolean had = lot.isSerial()
                ? book.shelf().ranges(lot).of(movement.lot()).stream()
                        .allMatch(range -> isAt(range.place(), partner))
                : !atCustomer(lot, partner).isLessThan(movement.quantity());
        if (!had) {
            broken.add(Rule.NOT_BOUGHT.broken(
                    element,
                    movement.lot(),
                    partner + " never received that much of lot " + lot.number()
                            + " by our records."));
        }
    }

    private static boolean isAt(@Nullable Place place, stemma.identifiers.PartnerCode partner) {
        return place instanceof Place.OfCustomer(var customer, var _) && customer.equals(partner);
    }

    private Quantity atCustomer(Lot lot, stemma.identifiers.PartnerCode partner) {
        Quantity sum = Quantity.zero(lot.unit());
        for (var entry : book.shelf().places(lot).entrySet()) {
            if (isAt(entry.getKey(), partner)) sum = sum.plus(entry.getValue());
        }
        return sum;
    }
}
