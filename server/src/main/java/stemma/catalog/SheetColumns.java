package stemma.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The columns of the sheet of each kind of master, and which of them a file must have. */
public final class SheetColumns {
    private SheetColumns() {}

    private static final List<String> SITE =
            List.of("code", "name", "address", "country", "zone", "gln", "sscc_prefix", "standing");

    /** Returns the headings in the order in which they are exported. */
    public static List<String> of(MasterKind kind) {
        return switch (kind) {
            case SITE -> SITE;
            case LOCATION -> List.of("site", "code", "name", "standing");
            case ITEM ->
                List.of(
                        "code",
                        "name",
                        "base_unit",
                        "tracking",
                        "shelf_life_days",
                        "status_at_receipt",
                        "status_at_production",
                        "sublots",
                        "catch_weight_unit",
                        "gtin",
                        "numbering",
                        "expiry_alert_days",
                        "retest_alert_days",
                        "pack_levels",
                        "unit_weight",
                        "standing");
            case CONVERSION -> List.of("item", "from_unit", "to_unit", "factor", "standing");
            case PARTNER ->
                List.of(
                        "code",
                        "name",
                        "country",
                        "roles",
                        "reach",
                        "gln",
                        "minimum_remaining_days",
                        "lots_per_line",
                        "presumed_after_days",
                        "status_at_receipt",
                        "standing");
            case SHIP_TO ->
                List.of("partner", "code", "name", "address", "country", "gln", "standing");
            case RESOURCE -> List.of("code", "name", "kind", "site", "standing");
            case RECIPE -> recipe();
            case PURCHASE_ORDER -> order("code", "supplier", "site", "due");
            case SALES_ORDER -> order("code", "customer", "ship_to", "due");
            case WORK_ORDER ->
                List.of(
                        "code",
                        "site",
                        "item",
                        "recipe_revision",
                        "amount",
                        "resource",
                        "due",
                        "standing");
        };
    }

    private static List<String> recipe() {
        return List.of(
                "item",
                "revision",
                "tolerance_percent",
                "part",
                "line_item",
                "amount",
                "line_tolerance_percent",
                "alternates",
                "steps",
                "standing");
    }

    private static List<String> order(String... head) {
        List<String> columns = new ArrayList<>(List.of(head));
        columns.addAll(lines(MasterKind.PURCHASE_ORDER));
        columns.add("standing");
        return List.copyOf(columns);
    }

    /** Returns the headings that each line of a master fills anew; none where it has no lines. */
    public static List<String> lines(MasterKind kind) {
        return switch (kind) {
            case RECIPE ->
                List.of("part", "line_item", "amount", "line_tolerance_percent", "alternates");
            case PURCHASE_ORDER, SALES_ORDER ->
                List.of("line", "line_item", "amount", "line_due", "over_percent", "under_percent");
            case SITE, LOCATION, ITEM, CONVERSION, PARTNER, SHIP_TO, RESOURCE, WORK_ORDER ->
                List.of();
        };
    }

    /** Returns the headings without which a file is refused. */
    public static List<String> needed(MasterKind kind) {
        return switch (kind) {
            case SITE -> List.of("code", "name", "country", "zone");
            case LOCATION -> List.of("site", "code", "name");
            case ITEM -> List.of("code", "name", "base_unit", "tracking");
            case CONVERSION -> List.of("from_unit", "to_unit", "factor");
            case PARTNER -> List.of("code", "name", "country", "roles");
            case SHIP_TO -> List.of("partner", "code", "name", "address", "country");
            case RESOURCE -> List.of("code", "name", "kind", "site");
            case RECIPE -> List.of("item", "revision", "part", "line_item", "amount");
            case PURCHASE_ORDER -> List.of("code", "supplier", "site", "line_item", "amount");
            case SALES_ORDER -> List.of("code", "customer", "line_item", "amount");
            case WORK_ORDER -> List.of("code", "site", "item", "recipe_revision", "amount");
        };
    }

    /** Returns the heading of a field, whose name on the wire is written in one word. */
    static String headerOf(String field) {
        return field.replaceAll("(\\p{Lu})", "_$1").toLowerCase(Locale.ROOT);
    }
}
