package stemma.catalog.web;

import stemma.catalog.InitialStatus;
import stemma.catalog.LotsPerLine;
import stemma.catalog.MasterKind;
import stemma.catalog.PartnerReach;
import stemma.catalog.RecipeLine;
import stemma.catalog.ResourceKind;
import stemma.catalog.Standing;
import stemma.catalog.SublotPolicy;
import stemma.catalog.Tracking;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What pages call the kinds and columns of masters, what a field wants, and its closed choices. */
final class MasterWords {
    private static final Map<String, String> HINTS = Map.ofEntries(
            Map.entry("code", "Unique; capitals and small letters count as the same"),
            Map.entry("base_unit", "Stock is kept in this unit: kg, L, ea"),
            Map.entry("shelf_life_days", "Empty: does not expire"),
            Map.entry(
                    "catch_weight_unit",
                    "A second quantity on each movement, for pieces of varying weight"),
            Map.entry("gtin", "8, 12, 13 or 14 digits"),
            Map.entry("gln", "13 digits"),
            Map.entry("country", "Two letters, such as NL or US"),
            Map.entry("zone", "Such as Europe/Amsterdam; days end at its midnight"),
            Map.entry("roles", "One or more of: supplier, customer, subcontractor"),
            Map.entry("reach", "Custody: our goods at the partner, counted as our own"),
            Map.entry("item", "Code of the item"),
            Map.entry("site", "Code of the site"),
            Map.entry("partner", "Code of the partner"),
            Map.entry("address", "In one line, as it stands on papers"),
            Map.entry(
                    "factor",
                    "One of the first unit is this many of the second; 0.45359237 or 1/3"),
            Map.entry("revision", "Such as A or 2026-1; fixed once it is saved"),
            Map.entry("tolerance_percent", "How far a run may fail to balance; empty: 0"),
            Map.entry(
                    "numbering",
                    "Such as {item}-{yymmdd}-{n}; empty: numbers are typed. Also {yyyymmdd},"
                            + " {yyddd}, {nnnn}"),
            Map.entry("expiry_alert_days", "Empty: a third of the shelf life, 30 at most"),
            Map.entry("retest_alert_days", "Empty: 30"),
            Map.entry(
                    "unit_weight",
                    "What one unit weighs, such as 4.2 ± 15 %; empty: any weight is plausible"),
            Map.entry(
                    "pack_levels",
                    "GTINs of cases and pallets with what they hold, such as 10614141000415 x 12,"
                            + " 20614141000412 x 480"),
            Map.entry(
                    "sscc_prefix",
                    "Extension digit and GS1 company prefix, such as 30614141; empty: SSCCs are"
                            + " typed"),
            Map.entry("minimum_remaining_days", "Days left before expiry when goods leave"),
            Map.entry("presumed_after_days", "Days after which a delivery is presumed"),
            Map.entry("supplier", "Code of the partner who brings it"),
            Map.entry("customer", "Code of the partner who gets it"),
            Map.entry("ship_to", "Code of the customer's ship-to; empty: not said"),
            Map.entry(
                    "steps",
                    "One in a line: number | what is done | kind of resource | work, line_clearance"
                            + " or cleaning | what is read off with its limits. Such as 20 | Heat"
                            + " through | equipment | work | core temperature (°C) 75..95"),
            Map.entry("recipe_revision", "The revision of the recipe that is followed"),
            Map.entry("resource", "Code of the line or vessel; empty: not said"),
            Map.entry("amount", "With its unit, such as 500 kg"),
            Map.entry("due", "A day such as 2026-05-31; empty: not said"),
            Map.entry("line", "Number of the line; empty: the next"),
            Map.entry("line_item", "Code of the item"),
            Map.entry("line_due", "Empty: when the order is due"),
            Map.entry("over_percent", "How much more may come; empty: 0"),
            Map.entry("under_percent", "How much less is enough; empty: 0"),
            Map.entry("line_tolerance_percent", "How far a run may depart from it"),
            Map.entry("alternates", "Items that may stand in: OIL-B | OIL-C * 1.05"));

    private MasterWords() {}

    static String one(MasterKind kind) {
        return switch (kind) {
            case SITE -> "Site";
            case LOCATION -> "Location";
            case ITEM -> "Item";
            case CONVERSION -> "Conversion";
            case PARTNER -> "Partner";
            case SHIP_TO -> "Ship-to";
            case RESOURCE -> "Resource";
            case RECIPE -> "Recipe";
            case PURCHASE_ORDER -> "Purchase order";
            case WORK_ORDER -> "Work order";
            case SALES_ORDER -> "Sales order";
        };
    }

    static String many(MasterKind kind) {
        return one(kind) + "s";
    }

    /** Returns what an empty list says: what belongs here and what to do first. */
    static String whenEmpty(MasterKind kind) {
        return switch (kind) {
            case SITE ->
                "A site is a place of business. Define the first one: all else stands on it.";
            case LOCATION ->
                "A location is a spot inside a site where goods stand. Define sites first.";
            case ITEM -> "Items are what you buy, make and ship. Define them here or load a sheet.";
            case CONVERSION ->
                "Define how many of one unit another holds, such as a case of 12 ea.";
            case PARTNER ->
                "Partners are who you buy from and ship to. Define them or load a sheet.";
            case SHIP_TO ->
                "Ship-tos are the delivery addresses of partners. Define partners first.";
            case RESOURCE ->
                "Resources touch material: equipment, vessels, rooms, rolls. Define sites first.";
            case RECIPE -> "A recipe says what makes an item. Define its items first.";
            case PURCHASE_ORDER -> "Purchase orders say what suppliers shall bring, and when.";
            case WORK_ORDER -> "A work order says how much of an item to make by which recipe.";
            case SALES_ORDER -> "Sales orders say what customers shall get, and when.";
        };
    }

    static String column(String column) {
        return switch (column) {
            case "gtin" -> "GTIN";
            case "gln" -> "GLN";
            case "zone" -> "Time zone";
            case "line_item" -> "Item";
            case "tolerance_percent", "line_tolerance_percent" -> "Tolerance %";
            case "over_percent" -> "Over %";
            case "under_percent" -> "Under %";
            case "line_due" -> "Due";
            case "ship_to" -> "Ship-to";
            case "status_at_receipt" -> "Status at receipt";
            default ->
                column.substring(0, 1).toUpperCase(Locale.ROOT)
                        + column.substring(1).replace('_', ' ');
        };
    }

    static String hint(String column) {
        return HINTS.getOrDefault(column, "");
    }

    /** Returns what a standing is called: an order is open or closed. */
    static String standing(MasterKind kind, String standing) {
        if (!kind.isOrder()) return standing;
        return switch (standing) {
            case "active" -> "open";
            case "retired" -> "closed";
            default -> standing;
        };
    }

    /** Returns the words from which a column is chosen, none where it is free text. */
    static List<String> choices(String column) {
        return switch (column) {
            case "tracking" -> words(Tracking.class);
            case "status_at_receipt", "status_at_production" -> words(InitialStatus.class);
            case "sublots" -> words(SublotPolicy.class);
            case "reach" -> words(PartnerReach.class);
            case "kind" -> words(ResourceKind.class);
            case "part" -> words(RecipeLine.Part.class);
            case "lots_per_line" -> words(LotsPerLine.class);
            case "standing" -> words(Standing.class);
            default -> List.of();
        };
    }

    private static <E extends Enum<E>> List<String> words(Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .toList();
    }
}
