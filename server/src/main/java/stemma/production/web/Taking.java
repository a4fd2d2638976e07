package stemma.production.web;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.ContainerCode;
import stemma.identifiers.LocationCode;
import stemma.identifiers.LotId;
import stemma.identifiers.LotNumber;
import stemma.identifiers.MalformedIdentifier;
import stemma.identifiers.Portion;
import stemma.identifiers.SiteCode;
import stemma.intake.Objection;
import stemma.ledger.Place;
import stemma.lots.Lot;
import stemma.lots.Lots;
import stemma.lots.SerialUnit;
import stemma.quantity.Quantity;
import stemma.stock.Balance;
import stemma.stock.Places;
import stemma.stock.Stock;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Finds what an operator means by a number and a quantity: the lot or unit, and the place of ours
 * from which it is taken where only one has enough of it.
 */
final class Taking {
    private final Lots lots;
    private final Stock stock;

    Taking(Lots lots, Stock stock) {
        this.lots = lots;
        this.stock = stock;
    }

    /**
     * What was asked for, in a row of a form; the weight only of what is weighed piece by piece.
     */
    record Row(String number, String quantity, String weight, String location) {
        Row(String number, String quantity, String location) {
            this(number, quantity, "", location);
        }
    }

    /** What it means. */
    sealed interface Taken {
        /** A line of a draft. */
        record Line(ObjectNode line, Lot lot) implements Taken {}

        /** A whole container. */
        record Whole(ContainerCode container) implements Taken {}

        /** It cannot be settled; the element is the field of the row. */
        record Unsettled(Objection objection) implements Taken {}
    }

    /** Settles a row at a site; {@code element} names it in the draft, as {@code inputs[2]}. */
    Taken take(Row row, SiteCode site, String element) {
        String number = row.number().strip();
        List<Portion> meant = meant(number);
        if (meant.isEmpty() && stock.container(new ContainerCode(number)).isPresent())
            return new Taken.Whole(new ContainerCode(number));
        if (meant.isEmpty()) {
            return unsettled(
                    "lot_unknown",
                    element,
                    "There is no lot, unit or container " + number
                            + ". Scan it again, or look it up in the box above.");
        }
        Map<LotId, Lot> found = lots.lots(meant.stream().map(Portion::first).toList());
        List<Balance> there = standing(found, meant, site, row.location().strip());
        Lot first = found.values().iterator().next();
        String quantity = quantity(row.quantity().strip(), first);
        if (quantity.isEmpty()) {
            return unsettled(
                    "quantity_invalid", element + ".quantity", "How much of " + number + "?");
        }
        List<Balance> enough = there.stream()
                .filter(b -> amount(quantity).compareTo(b.quantity().amount()) <= 0)
                .toList();
        List<Balance> from = enough.isEmpty() ? there : enough;
        if (from.size() > 1) {
            return unsettled(
                    "lot_ambiguous",
                    element,
                    number + " stands at "
                            + from.stream()
                                    .map(b -> Places.words(b.place()))
                                    .distinct()
                                    .collect(Collectors.joining(", "))
                            + ". Say from which location.");
        }
        if (!from.isEmpty() && lacksWeight(from.getFirst(), quantity, row)) {
            return unsettled(
                    "field_missing",
                    element + ".catchWeight",
                    "What do these " + quantity + " of " + number + " weigh?");
        }
        return line(from.isEmpty() ? null : from.getFirst(), meant, found, quantity, site, row);
    }

    /** All that stands there weighs what is booked there; a part must be weighed. */
    private static boolean lacksWeight(Balance there, String quantity, Row row) {
        return there.catchWeight() != null
                && row.weight().isBlank()
                && amount(quantity).compareTo(there.quantity().amount()) != 0;
    }

    private static void weigh(ObjectNode line, Balance there, Row row) {
        Quantity booked = there.catchWeight();
        if (booked == null) return;
        String said = row.weight().strip();
        String weight = said.isEmpty() ? booked.toString() : said;
        line.put("catchWeight", weight.matches("[\\d.,]+") ? weight + " " + booked.unit() : weight);
    }

    private Taken line(
            @Nullable Balance from,
            List<Portion> meant,
            Map<LotId, Lot> found,
            String quantity,
            SiteCode site,
            Row row) {
        Portion portion = from == null ? meant.getLast() : within(from, meant);
        Lot lot = found.get(portion.first());
        if (lot == null) lot = found.values().iterator().next();
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        line.put("lot", portion.toString());
        line.put("quantity", quantity);
        if (from != null) weigh(line, from, row);
        String location = row.location().isBlank() ? "MAIN" : row.location().strip();
        line.put(
                "from",
                from != null
                        ? from.place().text()
                        : new Place.At(site, new LocationCode(location)).text());
        return new Taken.Line(line, lot);
    }

    /** Of a lot, itself; of units, those that were named. */
    private static Portion within(Balance from, List<Portion> meant) {
        return meant.stream()
                .filter(portion -> portion.overlaps(from.lot()))
                .findFirst()
                .orElse(from.lot());
    }

    private List<Balance> standing(
            Map<LotId, Lot> found, List<Portion> meant, SiteCode site, String location) {
        List<Balance> there = new ArrayList<>();
        for (Balance balance : stock.balances(found.values())) {
            boolean named = meant.stream().anyMatch(p -> p.overlaps(balance.lot()));
            if (!named || !balance.quantity().isPositive()) continue;
            boolean ours = switch (balance.place()) {
                case Place.At(var at, var spot) ->
                    normal(at.code()).equals(normal(site.code()))
                            && (location.isEmpty() || normal(spot.code()).equals(normal(location)));
                case Place.InContainer _ -> location.isEmpty();
                case Place.InCustody _,
                        Place.OfSupplier _,
                        Place.OfCustomer _,
                        Place.InRun _,
                        Place.InVessel _,
                        Place.InUnit _,
                        Place.InTransit _,
                        Place.InTransfer _,
                        Place.Beyond _ -> false;
            };
            if (ours) there.add(balance);
        }
        return there;
    }

    private List<Portion> meant(String text) {
        if (text.isEmpty()) return List.of();
        try {
            if (LotId.looksLike(text)) return List.of(Portion.of(text));
            List<Lot> family = lots.family(null, new LotNumber(text));
            if (!family.isEmpty()) return family.stream().map(Lot::span).toList();
            Map<String, SerialUnit> latest = new LinkedHashMap<>();
            for (SerialUnit unit : lots.bySerial(text)) {
                latest.merge(
                        unit.block().item().code(), unit, (a, b) -> a.life() > b.life() ? a : b);
            }
            if (!latest.isEmpty())
                return latest.values().stream().map(u -> Portion.of(u.unit())).toList();
            return lots.byExternal(text).stream().map(Lot::span).toList();
        } catch (MalformedIdentifier noNumber) {
            return List.of();
        }
    }

    /** A unit is one; a bare number is in the unit of the lot. */
    private static String quantity(String said, Lot lot) {
        if (said.isEmpty()) return lot.isSerial() ? "1 ea" : "";
        return said.matches("[\\d.,]+") ? said + " " + lot.unit() : said;
    }

    private static BigDecimal amount(String quantity) {
        String number = quantity.split(" ", 2)[0];
        return number.matches("\\d{1,15}(\\.\\d{1,9})?") ? new BigDecimal(number) : BigDecimal.ZERO;
    }

    private static String normal(String code) {
        return LotNumber.normal(code);
    }

    private static Taken unsettled(String code, String element, String sentence) {
        return new Taken.Unsettled(
                new Objection(code, element, sentence, Objection.Remedy.CORRECT));
    }
}
