package stemma.lots;

import org.jspecify.annotations.Nullable;

import stemma.catalog.Item;
import stemma.catalog.PartnerRole;
import stemma.catalog.Tracking;
import stemma.identifiers.ItemCode;
import stemma.identifiers.LotId;
import stemma.identifiers.PartnerCode;
import stemma.identifiers.Portion;
import stemma.identifiers.ShipToCode;
import stemma.ledger.Birth;
import stemma.ledger.Candidate;
import stemma.ledger.Event;
import stemma.ledger.Evidence;
import stemma.ledger.Facts;
import stemma.ledger.Line;
import stemma.ledger.Movement;
import stemma.ledger.Place;
import stemma.ledger.Rule;
import stemma.ledger.SplitKind;
import stemma.ledger.Touches;
import stemma.ledger.Violation;
import stemma.quantity.Quantity;
import stemma.quantity.Unit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The rules about what is named: masters exist, lots exist, units fit, serials are unique, times
 * can be.
 */
final class LotRules {
    private final LotBook book;
    private final List<Violation> broken = new ArrayList<>();

    LotRules(LotBook book) {
        this.book = book;
    }

    List<Violation> broken(Candidate candidate) {
        Event effect = candidate.effect();
        if (effect == null) return broken;
        site(effect);
        time(effect);
        partner(effect);
        unidentified(effect);
        broken.addAll(new PlaceRules(effect).broken());
        oneMaterial(effect);
        if (effect instanceof Event.PassportChanged e)
            sameCounting(e.lot(), e.passport().item());
        broken.addAll(new RetestRules(book).broken(candidate, effect));
        Set<LotId> born = new HashSet<>();
        broken.addAll(new BirthRules(book).broken(candidate, effect));
        broken.addAll(new WeightRules(book).broken(effect));
        int index = 0;
        for (Birth birth : Facts.births(effect)) {
            birth(birth, BirthElement.of(effect, index++));
            serials(birth, effect);
            if (candidate.undone() != null) {
                sameCounting(birth.of(effect.id()), birth.passport().item());
            }
            born.add(birth.of(effect.id()).first());
        }
        for (Portion lot : Touches.lots(effect)) {
            if (!born.contains(lot.first())) lot(lot);
        }
        if (effect instanceof Event.Consumed e) {
            e.inputs().stream()
                    .flatMap(i -> i.into().stream())
                    .distinct()
                    .filter(o -> !book.isExpected(o.first()))
                    .forEach(this::lot);
        }
        int line = 0;
        for (Movement movement : Facts.movements(effect)) {
            String element = "lines[" + line++ + "]";
            place(movement.from(), element);
            place(movement.to(), element);
            if (!born.contains(movement.lot().first())) existing(movement, element, effect);
        }
        return broken;
    }

    private void site(Event event) {
        var site = event.circumstances().site();
        if (book.masters().site(site).isEmpty()) {
            broken.add(Rule.SITE_UNKNOWN.broken("site", null, "There is no site " + site + "."));
        }
    }

    private void time(Event event) {
        var occurred = event.circumstances().occurredAt();
        if (occurred.from().isAfter(book.now().plus(LotBook.CLOCK_TOLERANCE))) {
            broken.add(Rule.TIME_IN_FUTURE.broken(
                    "occurredAt",
                    null,
                    occurred.from() + " is in the future; it is " + book.now() + "."));
        }
    }

    private void partner(Event event) {
        if (!(event instanceof Event.WithPartner e)) return;
        partner(e.partner(), "partner");
        if (event instanceof Event.ReturnedToSupplier) supplies(e.partner());
        ShipToCode to = e.shipTo();
        if (to != null && book.masters().shipTo(e.partner(), to).isEmpty()) {
            broken.add(Rule.PARTNER_UNKNOWN.broken(
                    "shipTo", null, e.partner() + " has no ship-to " + to + "."));
        }
    }

    /** To a customer goods are shipped, past all that keeps unfit goods from one. */
    private void supplies(PartnerCode code) {
        boolean isCustomerOnly = book.masters()
                .partner(code)
                .map(partner -> partner.roles().equals(Set.of(PartnerRole.CUSTOMER)))
                .orElse(false);
        if (isCustomerOnly) {
            broken.add(Rule.PARTNER_WRONG.broken(
                    "supplier", null, code + " supplies nothing; goods go to it by a shipment."));
        }
    }

    /** What a report opened because nobody knew the lot stays a gap until it is identified. */
    private void unidentified(Event event) {
        boolean unknown = event instanceof Event.Opened
                && event.circumstances().evidence() == Evidence.UNKNOWN;
        if (unknown) {
            broken.add(Rule.LOT_UNIDENTIFIED.broken(
                    "lots", null, "Nobody knows yet which lot this was."));
        }
    }

    private void birth(Birth birth, String at) {
        var code = birth.passport().item();
        Item item = book.masters().item(code).orElse(null);
        if (item == null) {
            broken.add(Rule.ITEM_UNKNOWN.broken(
                    at + ".passport.item", null, "There is no item " + code + "."));
            return;
        }
        Quantity quantity = birth.quantity();
        if (!quantity.unit().equals(item.baseUnit())) {
            broken.add(Rule.UNIT_WRONG.broken(
                    at + ".quantity",
                    null,
                    inAnotherUnit(code.toString(), item.baseUnit(), quantity.unit())));
        }
        weighed(birth.catchWeight(), code, null, at + ".catchWeight");
        boolean serial = item.tracking() == Tracking.SERIAL;
        if (serial && quantity.amount().compareTo(BigDecimal.valueOf(birth.units())) != 0) {
            broken.add(Rule.UNITS_NOT_WHOLE.broken(
                    at + ".units", null, birth.units() + " units are " + quantity + "?"));
        }
        if (!serial && birth.units() != 1) {
            broken.add(
                    Rule.TRACKING_WRONG.broken(at + ".units", null, code + " is not serialised."));
        }
        var serials = birth.passport().serials();
        if (serial
                && serials != null
                && !serials.texts().isEmpty()
                && serials.texts().size() != birth.units()) {
            broken.add(Rule.UNITS_NOT_WHOLE.broken(
                    at + ".passport.serials",
                    null,
                    serials.texts().size() + " serial numbers for " + birth.units() + " units."));
        }
    }

    /** Splitting and merging leave the item what it is; another is made, repacked or regraded. */
    private void oneMaterial(Event event) {
        if (event instanceof Event.Merged e) e.from().forEach(line -> same(line, e.into()));
        if (event instanceof Event.Split e
                && (e.kind() == SplitKind.SPLIT || e.kind() == SplitKind.RETAIN))
            e.into().forEach(part -> same(e.from(), part));
    }

    private void same(Line source, Birth birth) {
        Lot lot = book.find(source.lot().first());
        ItemCode item = birth.passport().item();
        if (lot == null || lot.item().equals(item)) return;
        broken.add(Rule.ITEM_DIFFERS.broken(
                "into",
                source.lot(),
                "Lot " + lot.number() + " is " + lot.item() + ", not " + item + "."));
    }

    /** What is counted in one way cannot turn out to be what is counted in another. */
    private void sameCounting(Portion portion, ItemCode code) {
        Lot lot = book.find(portion.first());
        Item item = book.masters().item(code).orElse(null);
        if (item == null) {
            broken.add(Rule.ITEM_UNKNOWN.broken("item", null, "There is no item " + code + "."));
        } else if (lot != null && !item.baseUnit().equals(lot.unit())) {
            broken.add(Rule.UNIT_WRONG.broken(
                    "item",
                    portion,
                    "Lot " + lot.number() + " is counted in " + lot.unit() + " and " + code + " in "
                            + item.baseUnit() + "; void its birth and record it anew."));
        } else if (lot != null && item.tracking() != lot.tracking()) {
            broken.add(Rule.TRACKING_WRONG.broken(
                    "item",
                    portion,
                    "Lot " + lot.number() + " is not tracked as " + code
                            + " is; void its birth and record it anew."));
        }
    }

    /** Every door converts what the catalog can convert, so here nothing is left to try. */
    private static String inAnotherUnit(String what, Unit base, Unit sent) {
        return what + " is counted in " + base + ", and no conversion from " + sent + " to " + base
                + " is in force. Define it among the conversions, or send " + base + ".";
    }

    private void serials(Birth birth, Event event) {
        Set<String> own = new HashSet<>();
        for (var serial : LotGuard.serials(birth)) {
            if (!own.add(serial.normal()) || book.isTaken(serial, birth, event)) {
                broken.add(Rule.SERIAL_TAKEN.broken(
                        "serials",
                        null,
                        "Serial " + serial + " of " + birth.passport().item()
                                + " names a unit already."));
                return;
            }
        }
    }

    private void lot(Portion portion) {
        Lot lot = book.find(portion.first());
        boolean exists = lot != null && portion.last() <= lot.span().last();
        if (!exists) {
            broken.add(Rule.LOT_UNKNOWN.broken("lot", portion, "There is no lot " + portion + "."));
        }
    }

    private void existing(Movement movement, String element, Event event) {
        Lot lot = book.find(movement.lot().first());
        if (lot == null) return;
        weighed(movement.catchWeight(), lot.item(), movement.lot(), element);
        if (!movement.quantity().unit().equals(lot.unit())) {
            broken.add(Rule.UNIT_WRONG.broken(
                    element + ".quantity",
                    movement.lot(),
                    inAnotherUnit(
                            lot.number().toString(),
                            lot.unit(),
                            movement.quantity().unit())));
        } else if (lot.isSerial()
                && movement.quantity()
                                .amount()
                                .compareTo(BigDecimal.valueOf(movement.lot().count()))
                        != 0) {
            broken.add(Rule.UNITS_NOT_WHOLE.broken(
                    element + ".quantity",
                    movement.lot(),
                    "Units are named one by one or as a range."));
        }
        if (event.circumstances().occurredAt().to().isBefore(lot.bornFrom())) {
            broken.add(Rule.USED_BEFORE_MADE.broken(
                    element,
                    movement.lot(),
                    lot.number() + " came into being only at " + lot.bornFrom() + "."));
        }
    }

    /** A weight in another unit would be added up with those before it. */
    private void weighed(
            @Nullable Quantity weight, ItemCode code, @Nullable Portion lot, String element) {
        if (weight == null) return;
        Item item = book.masters().item(code).orElse(null);
        // What was found in a container was weighed when it went in.
        if (item == null) return;
        Unit unit = item.policy().catchWeightUnit();
        if (weight.unit().equals(unit)) return;
        String how = unit == null
                ? code + " is not weighed."
                : code + " is weighed in " + unit + ", not in " + weight.unit() + ".";
        broken.add(Rule.UNIT_WRONG.broken(element + ".catchWeight", lot, how));
    }

    private void place(Place place, String element) {
        switch (place) {
            case Place.At(var site, var location) -> {
                if (book.masters().location(site, location).isEmpty()) {
                    broken.add(Rule.LOCATION_UNKNOWN.broken(
                            element,
                            null,
                            "There is no location " + location + " at " + site + "."));
                }
            }
            case Place.OfSupplier(var partner) -> partner(partner, element);
            case Place.OfCustomer(var partner, var _) -> partner(partner, element);
            case Place.InCustody(var partner) -> partner(partner, element);
            case Place.InTransfer(var site, var _) -> {
                if (book.masters().site(site).isEmpty()) {
                    broken.add(Rule.SITE_UNKNOWN.broken(
                            element, null, "There is no site " + site + "."));
                }
            }
            case Place.InRun _,
                    Place.InContainer _,
                    Place.InVessel _,
                    Place.InUnit _,
                    Place.InTransit _,
                    Place.Beyond _ -> {}
        }
    }

    private void partner(stemma.identifiers.PartnerCode code, String element) {
        boolean told = broken.stream().anyMatch(v -> v.code().equals(Rule.PARTNER_UNKNOWN.code()));
        if (!told && book.masters().partner(code).isEmpty()) {
            broken.add(Rule.PARTNER_UNKNOWN.broken(
                    element, null, "There is no partner " + code + "."));
        }
    }
}
