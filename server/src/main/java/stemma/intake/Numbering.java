package stemma.intake;

import stemma.catalog.Catalog;
import stemma.catalog.Item;
import stemma.identifiers.ItemCode;
import stemma.identifiers.LotNumber;
import stemma.ledger.MalformedEvent;
import stemma.lots.Lots;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Numbers lots that are sent without a number, by the rule of their item: one number for all that
 * differ in nothing but their pallet. A number that somebody has given by hand is passed over.
 */
final class Numbering {
    // Numbers given by hand are few; a rule whose series is all taken is a mistake to be told.
    private static final int TRIES = 1_000;

    private final Catalog catalog;
    private final Lots lots;

    Numbering(Catalog catalog, Lots lots) {
        this.catalog = catalog;
        this.lots = lots;
    }

    /** Fills in the numbers that the births of the draft leave out, for goods of that day. */
    void fill(ObjectNode draft, LocalDate day) {
        for (String field : List.of("lots", "outputs")) {
            if (draft.get(field) instanceof ArrayNode births) fill(births, field, day);
        }
    }

    private void fill(ArrayNode births, String field, LocalDate day) {
        Map<JsonNode, Integer> unnumbered = new LinkedHashMap<>();
        Map<Integer, ObjectNode> passports = new LinkedHashMap<>();
        for (int i = 0; i < births.size(); i++) {
            if (births.get(i).get("passport") instanceof ObjectNode passport
                    && !passport.hasNonNull("number")
                    && passport.path("item").isString()) {
                passports.put(i, passport);
                unnumbered.putIfAbsent(passport.deepCopy(), i);
            }
        }
        if (unnumbered.isEmpty()) return;
        Map<ItemCode, Item> items = catalog.items(unnumbered.keySet().stream()
                .map(passport -> new ItemCode(passport.path("item").stringValue()))
                .toList());
        Map<JsonNode, LotNumber> numbers = new HashMap<>();
        unnumbered.forEach((passport, place) -> {
            Item item = items.get(new ItemCode(passport.path("item").stringValue()));
            if (item != null) {
                String element = field + "[" + place + "].passport.number";
                numbers.put(passport, next(item, day, element));
            }
        });
        for (ObjectNode passport : passports.values()) {
            LotNumber number = numbers.get(passport.deepCopy());
            if (number != null) passport.put("number", number.text());
        }
    }

    private LotNumber next(Item item, LocalDate day, String element) {
        if (item.policy().numbering() == null) {
            throw new MalformedEvent(
                    "number_missing",
                    element,
                    "lots of " + item.code() + " have no rule for their numbers; type one");
        }
        for (int i = 0; i < TRIES; i++) {
            LotNumber number = catalog.takeNumbers(item, day, 1).getFirst();
            if (lots.family(item.code(), number).isEmpty()) return number;
        }
        throw new MalformedEvent(
                "number_missing",
                element,
                "the next numbers of " + item.code() + " are all taken; type one");
    }
}
