package stemma.exchange;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What may be brought in as a table, one lot a row: stock from before records, and documents on
 * paper or of another system.
 */
public enum DocumentSheet {
    /** What stood there when the record began. */
    OPENING_STOCK(
            "Opening stock",
            "One row for each lot and place: material from before records.",
            List.of("site", "location", "item", "lot", "quantity"),
            List.of(
                    "catch_weight",
                    "status",
                    "supplier",
                    "supplier_lot",
                    "produced",
                    "expiry",
                    "best_before",
                    "retest",
                    "origin",
                    "when")),
    /** What came in from suppliers. */
    RECEIPTS(
            "Receipts",
            "Rows of one receipt and supplier are one document.",
            List.of("receipt", "supplier", "site", "location", "item", "lot", "quantity"),
            List.of(
                    "order",
                    "catch_weight",
                    "status",
                    "supplier_lot",
                    "produced",
                    "expiry",
                    "best_before",
                    "retest",
                    "origin",
                    "when")),
    /** What went into runs and came out of them. */
    RUNS(
            "Runs",
            "Rows of one run, direction in or out; what one run makes, another may take.",
            List.of("run", "direction", "site", "location", "item", "lot", "quantity"),
            List.of("order", "line", "catch_weight", "produced", "expiry", "best_before", "when")),
    /** What left for customers. */
    SHIPMENTS(
            "Shipments",
            "Rows of one shipment and consignee are one document.",
            List.of("shipment", "consignee", "site", "location", "item", "lot", "quantity"),
            List.of("order", "ship_to", "catch_weight", "when")),
    /** All of these in one file, so that one document may use what another brings about. */
    DOCUMENTS(
            "Documents together",
            "Opening stock, receipts, runs and shipments in one file, all recorded or none.",
            List.of("document", "site", "location", "item", "lot", "quantity"),
            List.of(
                    "receipt",
                    "supplier",
                    "run",
                    "direction",
                    "shipment",
                    "consignee",
                    "ship_to",
                    "order",
                    "line",
                    "catch_weight",
                    "status",
                    "supplier_lot",
                    "produced",
                    "expiry",
                    "best_before",
                    "retest",
                    "origin",
                    "when"));

    private static final Map<String, DocumentSheet> IN_ROWS = Map.of(
            "opening", OPENING_STOCK, "receipt", RECEIPTS, "run", RUNS, "shipment", SHIPMENTS);

    /** Columns that hold no code: amounts, days and free words. */
    static final Set<String> FREE = Set.of(
            "quantity",
            "catch_weight",
            "produced",
            "expiry",
            "best_before",
            "retest",
            "origin",
            "when");

    private final String title;
    private final String about;
    private final List<String> needed;
    private final List<String> optional;

    DocumentSheet(String title, String about, List<String> needed, List<String> optional) {
        this.title = title;
        this.about = about;
        this.needed = needed;
        this.optional = optional;
    }

    public String title() {
        return title;
    }

    public String about() {
        return about;
    }

    /** Returns the headings without which a file is refused. */
    public List<String> needed() {
        return needed;
    }

    /** Returns every heading, those that are needed first. */
    public List<String> columns() {
        return java.util.stream.Stream.concat(needed.stream(), optional.stream())
                .toList();
    }

    /** Returns the word in addresses, such as {@code opening-stock}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns the kind that a row of a file of all kinds names, such as {@code receipt}. */
    static Optional<DocumentSheet> inRow(String word) {
        return Optional.ofNullable(IN_ROWS.get(word));
    }

    /** Returns the word by which a row of a file of all kinds names this one. */
    String rowWord() {
        return IN_ROWS.entrySet().stream()
                .filter(entry -> entry.getValue() == this)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
    }

    /** Reads the word of an address; throws where there is none. */
    public static DocumentSheet of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
