package stemma.receiving.web;

import org.jspecify.annotations.Nullable;

import stemma.catalog.Catalog;
import stemma.catalog.Item;
import stemma.catalog.SublotPolicy;
import stemma.identifiers.ItemCode;
import stemma.identifiers.MalformedIdentifier;
import stemma.intake.Slip;
import stemma.quantity.MalformedQuantity;
import stemma.quantity.Quantity;
import stemma.receiving.SupplierDocument;
import stemma.shell.Refused;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns a form of goods that come in into the event that is given in: one lot for each row, or one
 * for each pallet of it. {@code rowOfLot} says from which row each lot came, so that what stands
 * against a lot is shown beside its row.
 */
final class ArrivalDraft {
    private static final int MOST_PALLETS = 500;

    private final Catalog catalog;
    private final List<Integer> rowOfLot = new ArrayList<>();

    ArrivalDraft(Catalog catalog) {
        this.catalog = catalog;
    }

    List<Integer> rowOfLot() {
        return rowOfLot;
    }

    /** Fills the draft; refuses what no event can be made of, with the code that says why. */
    ObjectNode fill(ObjectNode draft, Slip slip, List<SupplierDocument> documents) {
        rowOfLot.clear();
        Map<ItemCode, Item> items = items(slip);
        ArrayNode lots = draft.putArray("lots");
        for (int row = 0; row < rows(slip); row++) {
            if (isBlank(slip, row)) continue;
            lots(lots, slip, row, items);
        }
        if (!documents.isEmpty()) {
            ArrayNode resources = draft.putArray("resources");
            for (SupplierDocument document : documents) {
                resources
                        .addObject()
                        .put("resource", document.name())
                        .put("role", SupplierDocument.ROLE)
                        .put("revision", document.revision());
            }
        }
        return draft;
    }

    static int rows(Slip slip) {
        return slip.all("item").size();
    }

    static boolean isBlank(Slip slip, int row) {
        return (slip.word("quantity", row) + slip.word("supplier_lot", row)).isEmpty();
    }

    private Map<ItemCode, Item> items(Slip slip) {
        List<ItemCode> codes = new ArrayList<>();
        for (String text : slip.all("item")) {
            try {
                if (!text.isEmpty()) codes.add(new ItemCode(text));
            } catch (MalformedIdentifier toldByTheDesk) {
                continue;
            }
        }
        Map<ItemCode, Item> found = new HashMap<>();
        catalog.items(codes).forEach(found::put);
        return found;
    }

    private void lots(ArrayNode lots, Slip slip, int row, Map<ItemCode, Item> items) {
        String code = slip.word("item", row);
        Item item = code.isEmpty() || code.isBlank() ? null : item(items, code);
        String typed = slip.word("quantity", row);
        String quantity = typed.contains(" ") || item == null || typed.isEmpty()
                ? typed
                : typed + " " + item.baseUnit();
        int pallets = pallets(slip.word("pallets", row));
        boolean isApart =
                pallets > 1 && (item == null || item.policy().sublots() == SublotPolicy.PER_PALLET);
        int parts = isApart ? pallets : 1;
        String each = parts == 1 ? quantity : divided(quantity, parts);
        for (int i = 0; i < parts; i++) {
            ObjectNode lot = lots.addObject();
            passport(lot.putObject("passport"), slip, row);
            lot.put("quantity", each);
            put(lot, "catchWeight", slip.word("weight", row));
            lot.put("to", place(slip, row));
            put(lot, "status", slip.word("status", row));
            serials(lot, slip.word("serials", row), quantity);
            rowOfLot.add(row);
        }
    }

    private static @Nullable Item item(Map<ItemCode, Item> items, String code) {
        try {
            return items.get(new ItemCode(code));
        } catch (MalformedIdentifier toldByTheDesk) {
            return null;
        }
    }

    private static int pallets(String text) {
        if (text.isEmpty()) return 1;
        int pallets = text.matches("\\d{1,3}") ? Integer.parseInt(text) : 0;
        if (pallets < 1 || pallets > MOST_PALLETS) {
            throw Refused.of(
                    "pallets_invalid",
                    422,
                    "\"" + text + "\" is no number of pallets from 1 to " + MOST_PALLETS + ".");
        }
        return pallets;
    }

    private static String divided(String quantity, int parts) {
        try {
            Quantity whole = Quantity.of(quantity);
            BigDecimal each = whole.amount().divide(BigDecimal.valueOf(parts));
            return new Quantity(each, whole.unit()).toString();
        } catch (ArithmeticException | MalformedQuantity uneven) {
            throw Refused.of(
                    "pallets_invalid",
                    422,
                    quantity + " cannot be divided exactly into " + parts
                            + " pallets. Give each pallet a row of its own.");
        }
    }

    private static void passport(ObjectNode passport, Slip slip, int row) {
        passport.put("item", slip.word("item", row));
        put(passport, "number", slip.word("number", row));
        put(passport, "maker", slip.word("maker", row));
        for (String date : List.of("produced", "expiry", "best_before", "retest")) {
            put(passport, date.equals("best_before") ? "bestBefore" : date, slip.word(date, row));
        }
        put(passport, "origin", slip.word("origin", row));
        put(passport, "owner", slip.word("owner", row));
        if (!slip.word("tlc", row).isEmpty()) {
            passport.putObject("traceabilityLotCode")
                    .put("code", slip.word("tlc", row))
                    .put("source", slip.word("tlc_source", row));
        }
        ArrayNode known = passport.arrayNode();
        external(known, slip.word("supplier"), slip.word("supplier_lot", row));
        external(known, maker(slip, row), slip.word("maker_lot", row));
        if (!known.isEmpty()) passport.set("externalLots", known);
        if (slip.has("supplier")) passport.put("seller", slip.word("supplier"));
    }

    private static String maker(Slip slip, int row) {
        String maker = slip.word("maker", row);
        return maker.isEmpty() ? slip.word("supplier") : maker;
    }

    private static void external(ArrayNode known, String issuer, String text) {
        if (!text.isEmpty()) known.addObject().put("issuer", issuer).put("text", text);
    }

    private static String place(Slip slip, int row) {
        String place = slip.word("to", row);
        String known = place.isEmpty() ? slip.word("location") : place;
        return known.contains(":") ? known : "at:" + slip.word("site") + "/" + known;
    }

    // Serial numbers one to a line, or separated by blanks or commas; each is a unit.
    private static void serials(ObjectNode lot, String text, String quantity) {
        List<String> all = new ArrayList<>();
        for (String serial : text.split("[\\s,;]+", -1)) if (!serial.isEmpty()) all.add(serial);
        if (all.isEmpty()) return;
        lot.put("units", all.size());
        if (quantity.isEmpty()) lot.put("quantity", all.size() + " ea");
        ArrayNode texts =
                ((ObjectNode) lot.get("passport")).putObject("serials").putArray("texts");
        all.forEach(texts::add);
    }

    private static void put(ObjectNode node, String field, String text) {
        if (!text.isEmpty()) node.put(field, text);
    }
}
