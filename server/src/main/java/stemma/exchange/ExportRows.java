package stemma.exchange;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.LotNumber;
import stemma.ledger.Birth;
import stemma.ledger.Event;
import stemma.ledger.ExternalLot;
import stemma.ledger.Line;
import stemma.ledger.Occurrence;
import stemma.ledger.Passport;
import stemma.ledger.Place;
import stemma.ledger.Run;
import stemma.lots.Lot;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The rows of a file of documents as they are gathered from events. */
final class ExportRows {
    private final List<Row> rows = new ArrayList<>();

    /** A row with what it is ordered by: the moment, the document, and where all that agrees. */
    private record Row(Instant at, String document, Map<String, String> cells) {}

    /** Adds a lot that the event brings about. */
    void birth(Event event, Birth birth, Lot lot) {
        Map<String, String> cells = begun(event, birth.to());
        Passport passport = lot.passport();
        cells.put("item", passport.item().code());
        cells.put("lot", lot.number().text());
        cells.put("quantity", birth.quantity().toString());
        put(cells, "catch_weight", birth.catchWeight());
        put(cells, "produced", passport.produced());
        put(cells, "expiry", passport.expiry());
        put(cells, "best_before", passport.bestBefore());
        put(cells, "retest", passport.retest());
        put(cells, "origin", passport.origin());
        if (birth.status() != null)
            cells.put("status", birth.status().name().toLowerCase(Locale.ROOT));
        external(passport, cells);
        add(event, cells);
    }

    private static void external(Passport passport, Map<String, String> cells) {
        String supplier = cells.getOrDefault("supplier", "");
        for (ExternalLot number : passport.externalLots()) {
            String issuer = number.issuer().code();
            boolean isTheirs = supplier.isEmpty()
                    || LotNumber.normal(supplier).equals(LotNumber.normal(issuer));
            if (!isTheirs || cells.containsKey("supplier_lot")) continue;
            cells.put("supplier", supplier.isEmpty() ? issuer : supplier);
            cells.put("supplier_lot", number.text());
        }
    }

    /** Adds what the event takes of a lot. */
    void line(Event event, Line line, Lot lot) {
        Map<String, String> cells = begun(event, line.from());
        cells.put("item", lot.item().code());
        cells.put("lot", lot.number().text());
        cells.put("quantity", line.quantity().toString());
        put(cells, "catch_weight", line.catchWeight());
        add(event, cells);
    }

    private static Map<String, String> begun(Event event, Place place) {
        Map<String, String> cells = new HashMap<>();
        String site = event.circumstances().site().code();
        cells.put("site", site);
        cells.put(
                "location",
                place instanceof Place.At(var at, var location) && at.code().equals(site)
                        ? location.code()
                        : place.text());
        cells.put("when", moment(event.circumstances().occurredAt()));
        head(event, cells);
        return cells;
    }

    private static void head(Event event, Map<String, String> cells) {
        switch (event) {
            case Event.Received e -> {
                cells.put("receipt", e.receipt().code());
                cells.put("supplier", e.supplier().code());
                put(cells, "order", e.order());
            }
            case Event.Shipped e -> {
                cells.put("shipment", e.shipment().code());
                cells.put("consignee", e.consignee().code());
                put(cells, "ship_to", e.shipTo());
                put(cells, "order", e.order());
            }
            case Event.Consumed e -> run(e.run(), "in", cells);
            case Event.Produced e -> run(e.run(), "out", cells);
            default -> {}
        }
    }

    private static void run(Run run, String direction, Map<String, String> cells) {
        cells.put("run", run.id().code());
        cells.put("direction", direction);
        put(cells, "order", run.order());
        put(cells, "line", run.line());
    }

    private static String moment(Occurrence at) {
        String from = moment(at.from(), at.zone());
        return at.from().equals(at.to()) ? from : from + "/" + moment(at.to(), at.zone());
    }

    private static String moment(Instant moment, ZoneId zone) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment.atZone(zone));
    }

    private static void put(Map<String, String> cells, String column, @Nullable Object value) {
        if (value != null) cells.put(column, value.toString());
    }

    private void add(Event event, Map<String, String> cells) {
        DocumentSheet kind = kind(event);
        cells.put("document", kind.rowWord());
        rows.add(new Row(
                event.circumstances().occurredAt().from(),
                kind.ordinal() + "/" + document(kind, cells),
                cells));
    }

    /** Opening stock bears no number; its rows are ordered by what they say. */
    private static String document(DocumentSheet kind, Map<String, String> cells) {
        List<String> columns = switch (kind) {
            case OPENING_STOCK -> List.of("item", "lot", "location", "supplier_lot");
            case RECEIPTS -> List.of("receipt", "supplier");
            case RUNS -> List.of("run", "direction");
            case SHIPMENTS, DOCUMENTS -> List.of("shipment", "consignee");
        };
        return String.join(
                "/",
                columns.stream()
                        .map(column -> LotNumber.normal(cells.getOrDefault(column, "")))
                        .toList());
    }

    private static DocumentSheet kind(Event event) {
        return switch (event) {
            case Event.Received _ -> DocumentSheet.RECEIPTS;
            case Event.Consumed _, Event.Produced _ -> DocumentSheet.RUNS;
            case Event.Shipped _ -> DocumentSheet.SHIPMENTS;
            default -> DocumentSheet.OPENING_STOCK;
        };
    }

    /** Returns the cells beneath the columns of the kind; rows that agree stay as they came. */
    List<List<String>> of(DocumentSheet sheet) {
        return rows.stream()
                .sorted(Comparator.comparing(Row::at).thenComparing(Row::document))
                .map(row -> sheet.columns().stream()
                        .map(column -> row.cells().getOrDefault(column, ""))
                        .toList())
                .toList();
    }
}
