package stemma.exchange;

import stemma.identifiers.EventId;
import stemma.identifiers.LotNumber;
import stemma.lots.Lots;
import stemma.sheets.Sheet;
import stemma.sheets.SheetLine;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Makes events of the rows of a file: the same JSON that {@code POST /events} takes. The id of each
 * comes from what the document is called, so that a file sent again says the same events, and a
 * document that stands with other content is found out.
 */
final class DocumentDrafts {
    private static final EventId FILES = EventId.of("01930000-0000-7000-8000-0000000000f1");
    private final DocumentSheet kind;
    private final Claimed claimed;
    private final FileLots lots;

    /** Whether the file asks or states, and why it states. */
    record Claimed(String claim, String reason) {}

    /** One event, and the row that each element of its list came from. */
    record Draft(ObjectNode event, List<DocumentRow> rows) {
        String id() {
            return event.path("id").asString("");
        }
    }

    DocumentDrafts(DocumentSheet kind, Claimed claimed, Lots known) {
        this.kind = kind;
        this.claimed = claimed;
        this.lots = new FileLots(known);
    }

    static List<DocumentRow> rows(DocumentSheet kind, Sheet sheet) {
        List<DocumentRow> rows = new ArrayList<>();
        for (SheetLine line : sheet.lines()) {
            rows.add(new DocumentRow(kind, sheet.headings(), line));
        }
        return rows;
    }

    /** Returns the events in the order in which they are to be recorded. */
    List<Draft> of(List<DocumentRow> rows) {
        List<Draft> drafts = new ArrayList<>();
        byKind(rows).forEach((of, some) -> drafts.addAll(drafts(of, some)));
        return lots.told(drafts);
    }

    private Map<DocumentSheet, List<DocumentRow>> byKind(List<DocumentRow> rows) {
        if (kind != DocumentSheet.DOCUMENTS) return Map.of(kind, rows);
        Map<DocumentSheet, List<DocumentRow>> kinds = new EnumMap<>(DocumentSheet.class);
        for (DocumentRow row : rows) {
            DocumentSheet of = DocumentSheet.inRow(row.text("document")).orElse(null);
            if (of == null) {
                row.error(
                        "document",
                        "word_unknown",
                        "\"" + row.text("document")
                                + "\" is none of: opening, receipt, run, shipment");
                continue;
            }
            row.require(of);
            if (row.errors().isEmpty())
                kinds.computeIfAbsent(of, _ -> new ArrayList<>()).add(row);
        }
        return kinds;
    }

    private List<Draft> drafts(DocumentSheet of, List<DocumentRow> rows) {
        return switch (of) {
            case OPENING_STOCK -> grouped(of, rows, this::lotAtPlace, this::opened);
            case RECEIPTS ->
                grouped(of, rows, row -> named(row, "receipt", "supplier"), this::received);
            case SHIPMENTS ->
                grouped(of, rows, row -> named(row, "shipment", "consignee"), this::shipped);
            case RUNS ->
                Stream.of("in", "out")
                        .flatMap(way -> grouped(
                                of,
                                ways(rows, way),
                                row -> named(row, "run", "direction"),
                                this::ran)
                                .stream())
                        .toList();
            case DOCUMENTS -> throw new IllegalStateException("rows are of one kind here");
        };
    }

    private static List<DocumentRow> ways(List<DocumentRow> rows, String way) {
        for (DocumentRow row : rows) {
            String said = row.text("direction");
            if (way.equals("in") && !said.equals("in") && !said.equals("out")) {
                row.error("direction", "word_unknown", "\"" + said + "\" is none of: in, out");
            }
        }
        return rows.stream().filter(row -> row.text("direction").equals(way)).toList();
    }

    private String lotAtPlace(DocumentRow row) {
        return Stream.of("site", "location", "item", "lot", "supplier", "supplier_lot")
                .map(column -> LotNumber.normal(row.text(column)))
                .reduce("", (all, next) -> all + "/" + next);
    }

    private static String named(DocumentRow row, String code, String apart) {
        return LotNumber.normal(row.text(code)) + "/" + LotNumber.normal(row.text(apart));
    }

    /** Rows of one document at several moments are an event for each, counted from the first. */
    private List<Draft> grouped(
            DocumentSheet of,
            List<DocumentRow> rows,
            Function<DocumentRow, String> name,
            Function<List<DocumentRow>, ObjectNode> event) {
        Map<String, Map<String, List<DocumentRow>>> documents = new LinkedHashMap<>();
        for (DocumentRow row : rows) {
            documents
                    .computeIfAbsent(name.apply(row), _ -> new LinkedHashMap<>())
                    .computeIfAbsent(row.text("when"), _ -> new ArrayList<>())
                    .add(row);
        }
        List<Draft> drafts = new ArrayList<>();
        documents.forEach((document, moments) -> {
            int moment = 1;
            for (List<DocumentRow> some : moments.values()) {
                String role = of.word() + "/" + document + (moment == 1 ? "" : "/" + moment);
                ObjectNode draft = begun(some.getFirst(), role);
                draft.setAll(event.apply(some));
                drafts.add(new Draft(draft, some));
                moment++;
            }
        });
        return drafts;
    }

    private ObjectNode begun(DocumentRow row, String role) {
        ObjectNode draft = object();
        draft.put("id", FILES.beside(role).toString());
        draft.put("site", row.text("site"));
        draft.put("evidence", "imported");
        draft.put("claim", claimed.claim());
        if (!claimed.reason().isEmpty()) {
            draft.putObject("reason").put("code", "from_file").put("text", claimed.reason());
        }
        row.to(draft, "occurredAt", "when");
        return draft;
    }

    private ObjectNode opened(List<DocumentRow> rows) {
        ObjectNode draft = object().put("event", "opened");
        births(draft.putArray("lots"), rows);
        if (rows.size() > 1) {
            rows.getLast()
                    .error(
                            "lot",
                            "row_twice",
                            "this lot stands at this place in line "
                                    + rows.getFirst().line() + " already");
        }
        return draft;
    }

    private ObjectNode received(List<DocumentRow> rows) {
        ObjectNode draft = object().put("event", "received");
        head(draft, rows, "receipt", "receipt");
        head(draft, rows, "supplier", "supplier");
        head(draft, rows, "order", "order");
        births(draft.putArray("lots"), rows);
        return draft;
    }

    private ObjectNode shipped(List<DocumentRow> rows) {
        ObjectNode draft = object().put("event", "shipped");
        head(draft, rows, "shipment", "shipment");
        head(draft, rows, "consignee", "consignee");
        head(draft, rows, "shipTo", "ship_to");
        head(draft, rows, "order", "order");
        lines(draft.putArray("lines"), rows);
        return draft;
    }

    private ObjectNode ran(List<DocumentRow> rows) {
        boolean in = rows.getFirst().text("direction").equals("in");
        ObjectNode draft = object().put("event", in ? "consumed" : "produced");
        ObjectNode run = draft.putObject("run");
        head(run, rows, "id", "run");
        head(run, rows, "order", "order");
        head(run, rows, "line", "line");
        if (in) lines(draft.putArray("inputs"), rows);
        else births(draft.putArray("outputs"), rows);
        return draft;
    }

    /** What is said of a whole document must be the same in all of its rows. */
    private static void head(
            ObjectNode draft, List<DocumentRow> rows, String member, String column) {
        DocumentRow first = rows.getFirst();
        first.to(draft, member, column);
        for (DocumentRow row : rows) {
            if (row.text(column).equals(first.text(column))) continue;
            row.error(
                    column,
                    "document_heads_differ",
                    "what is said of the whole document differs from line " + first.line());
        }
    }

    private static void births(ArrayNode births, List<DocumentRow> rows) {
        for (DocumentRow row : rows) {
            ObjectNode birth = births.addObject();
            ObjectNode passport = birth.putObject("passport");
            row.to(passport, "item", "item");
            row.to(passport, "number", "lot");
            for (String day : List.of("produced", "expiry", "retest")) row.to(passport, day, day);
            row.to(passport, "bestBefore", "best_before");
            row.to(passport, "origin", "origin");
            if (!row.text("supplier_lot").isEmpty()) {
                passport.putArray("externalLots")
                        .addObject()
                        .put("issuer", row.text("supplier"))
                        .put("text", row.text("supplier_lot"));
            }
            amounts(birth, row);
            birth.put("to", row.place());
            row.to(birth, "status", "status");
        }
    }

    private static void lines(ArrayNode lines, List<DocumentRow> rows) {
        for (DocumentRow row : rows) {
            ObjectNode line = lines.addObject();
            line.put("lot", row.text("item") + ":" + row.text("lot"));
            amounts(line, row);
            line.put("from", row.place());
        }
    }

    private static void amounts(ObjectNode draft, DocumentRow row) {
        row.to(draft, "quantity", "quantity");
        row.to(draft, "catchWeight", "catch_weight");
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
