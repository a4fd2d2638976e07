package stemma.factory;

import stemma.identifiers.EventId;
import stemma.identifiers.LotId;
import stemma.identifiers.Portion;
import stemma.ledger.Birth;
import stemma.ledger.Event;
import stemma.ledger.Facts;
import stemma.ledger.Line;
import stemma.ledger.Place;
import stemma.quantity.Quantity;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What a scenario calls the lots, places and codes of a made-up factory, its salt left out. */
final class Wording {
    private final Codes codes;
    private final Map<Portion, Birth> births = new LinkedHashMap<>();
    private final Map<Portion, String> renamed = new LinkedHashMap<>();
    private final Map<EventId, Integer> numbers = new LinkedHashMap<>();

    Wording(Codes codes) {
        this.codes = codes;
    }

    /** Takes note of the lots that an event lets begin to exist, or gives another number. */
    void born(Event event) {
        if (event instanceof Event.Corrected) return;
        for (Birth birth : Facts.births(event)) births.put(birth.of(event.id()), birth);
    }

    void renamed(Portion lot, String number) {
        renamed.put(lot, number);
    }

    int number(EventId id) {
        return numbers.computeIfAbsent(id, _ -> numbers.size() + 1);
    }

    String code(Object code) {
        String salt = String.valueOf(codes.salt());
        String text = code.toString();
        return text.endsWith("-" + salt)
                ? text.substring(0, text.length() - salt.length() - 1)
                : text.replace(salt, "");
    }

    /** Returns one lot by its number, units of a block by their serials. */
    String lot(Portion lot) {
        for (Map.Entry<Portion, Birth> born : births.entrySet()) {
            Portion span = born.getKey();
            if (!span.contains(lot.first())) continue;
            Birth birth = born.getValue();
            if (birth.passport().serials() == null) return number(span, birth);
            String first = serial(birth, lot.first().ordinal() - span.first().ordinal());
            String last = serial(birth, lot.last() - span.first().ordinal());
            return first.equals(last) ? first : first + ".." + last;
        }
        return "NOBODY";
    }

    String lot(LotId lot) {
        return lot(Portion.of(lot));
    }

    private String number(Portion span, Birth birth) {
        return renamed.getOrDefault(span, code(birth.passport().number()));
    }

    private String serial(Birth birth, int place) {
        return code(java.util.Objects.requireNonNull(birth.passport().serials()).at(place));
    }

    boolean isSerial(Portion lot) {
        return births.entrySet().stream()
                .anyMatch(b -> b.getKey().contains(lot.first())
                        && b.getValue().passport().serials() != null);
    }

    String birth(Birth birth, boolean sibling) {
        String text = code(birth.passport().number()) + " " + amount(birth.quantity()) + " "
                + (sibling ? "of " : "") + code(birth.passport().item());
        if (birth.passport().serials() != null) {
            String first = serial(birth, 0);
            text += " serials " + first + ".." + serial(birth, birth.units() - 1);
        }
        if (birth.passport().expiry() != null) {
            text += " expiring " + birth.passport().expiry().text();
        }
        if (birth.passport().retest() != null) {
            text += " retest " + birth.passport().retest().text();
        }
        return text + " to " + place(birth.to());
    }

    String line(Line line) {
        return here(line) + " from " + place(line.from());
    }

    /** Returns a line of which the sentence says elsewhere from where it is taken. */
    String here(Line line) {
        return lot(line.lot()) + (isSerial(line.lot()) ? "" : " " + amount(line.quantity()));
    }

    String amount(Quantity quantity) {
        return quantity.toString();
    }

    String place(Place place) {
        return switch (place) {
            case Place.At(var _, var location) -> location.code();
            case Place.InContainer(var container) -> "container " + code(container);
            case Place.InVessel(var vessel) -> "vessel " + code(vessel);
            case Place.InRun(var run) -> "run " + code(run);
            case Place.InTransit(var shipment) -> "transit " + code(shipment);
            case Place.InTransfer(var to, var transfer) ->
                "transfer " + code(transfer) + " to " + code(to);
            case Place.InUnit(var unit) -> "unit " + lot(unit);
            case Place.OfSupplier(var partner) -> "supplier " + code(partner);
            case Place.InCustody(var partner) -> "custody " + code(partner);
            case Place.OfCustomer(var partner, var shipTo) ->
                "customer " + code(partner) + (shipTo == null ? "" : "/" + shipTo);
            case Place.Beyond beyond -> beyond.name().toLowerCase(Locale.ROOT);
        };
    }
}
