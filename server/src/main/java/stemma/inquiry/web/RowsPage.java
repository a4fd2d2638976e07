package stemma.inquiry.web;

import stemma.inquiry.Board;
import stemma.inquiry.Group;
import stemma.inquiry.LotLine;
import stemma.inquiry.Reception;
import stemma.inquiry.Road;
import stemma.inquiry.Stage;
import stemma.inquiry.Where;
import stemma.quantity.Quantity;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The rows behind one number of the board. {@code show} says which number; {@code kind} what a row
 * is.
 */
public record RowsPage(
        Board board,
        BoardPage page,
        String show,
        String title,
        Kind kind,
        List<Where> rows,
        String query,
        String only,
        int from) {

    public RowsPage {
        rows = List.copyOf(rows);
    }

    /** What a row is. */
    public enum Kind {
        MATERIAL,
        LOTS,
        CONSIGNEES,
        SHIPMENTS
    }

    /** Returns the same rows, those with all the words only, from one on. */
    RowsPage at(String words, int first) {
        return new RowsPage(board, page, show, title, kind, rows, query, words, first);
    }

    static RowsPage of(
            Board board, BoardPage page, String show, String unit, String item, String tier) {
        List<Where> wanted = new ArrayList<>();
        for (Group group : board.groups()) {
            boolean inTier = tier.isEmpty()
                    ? group.tier() == Group.Tier.FINISHED
                    : group.tier().name().equalsIgnoreCase(tier);
            boolean inUnit = unit.isEmpty() || group.tally().unit().code().equals(unit);
            boolean ofItem = item.isEmpty() || group.item().code().equals(item);
            if (!inTier || !inUnit || !ofItem) continue;
            for (Where row : group.rows()) {
                if (matches(show, row.stage())) wanted.add(row);
            }
        }
        String query = "&show=" + show + part("unit", unit) + part("of", item) + part("tier", tier);
        return new RowsPage(board, page, show, title(show), kind(show), wanted, query, "", 0);
    }

    private static String part(String name, String value) {
        return value.isEmpty() ? "" : "&" + name + "=" + stemma.inquiry.Subject.encoded(value);
    }

    private static boolean matches(String show, Stage stage) {
        return switch (show) {
            case "all" -> true;
            case "gone" -> BoardPage.GONE.contains(stage);
            default -> stage.code().equals(show);
        };
    }

    private static Kind kind(String show) {
        return switch (show) {
            case "lots" -> Kind.LOTS;
            case "customers", "ship_tos", "countries" -> Kind.CONSIGNEES;
            case "shipments" -> Kind.SHIPMENTS;
            default -> Kind.MATERIAL;
        };
    }

    private static String title(String show) {
        return switch (show) {
            case "all" -> "Where all of it is";
            case "gone" -> "Used up, scrapped or unaccounted";
            case "lots" -> "Finished lots";
            case "customers", "ship_tos", "countries" -> "Who has it";
            case "shipments" -> "Shipments";
            default ->
                Stage.ofCode(show)
                        .map(stage -> Character.toUpperCase(stage.words().charAt(0))
                                + stage.words().substring(1))
                        .orElse("Rows");
        };
    }

    /** Returns the sum of the rows, one amount for each unit. */
    public String sum() {
        Map<String, Quantity> sums = new LinkedHashMap<>();
        for (Where row : rows)
            sums.merge(row.quantity().unit().code(), row.quantity(), Quantity::plus);
        return String.join(" + ", sums.values().stream().map(Words::quantity).toList());
    }

    public List<LotLine> lots() {
        return board.of(Group.Tier.FINISHED).stream()
                .flatMap(group -> group.lots().stream())
                .toList();
    }

    public List<Reception> receptions() {
        return page.receptions();
    }

    public List<Road> roads() {
        return board.roads();
    }

    public Slice<Where> material() {
        return Slice.of(rows, Words::row, only, from);
    }

    public Slice<LotLine> lotSlice() {
        return Slice.of(lots(), Words::row, only, from);
    }

    public Slice<Reception> receptionSlice() {
        return Slice.of(receptions(), Words::row, only, from);
    }

    public Slice<Road> roadSlice() {
        return Slice.of(roads(), Words::row, only, from);
    }

    /** Returns the address of the page of rows that begins with the given one. */
    public String part(int first) {
        return page.address("/board/rows") + query + part("only", only) + "&from=" + first;
    }

    /** Returns the fields that a form keeps so that it asks about the same rows. */
    public Map<String, String> kept() {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String pair : part(0).substring(part(0).indexOf('?') + 1).split("&")) {
            int equals = pair.indexOf('=');
            String name = pair.substring(0, equals);
            if (name.equals("only") || name.equals("from")) continue;
            fields.put(name, URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
        }
        return fields;
    }

    /** Returns the address of the same rows as a file. */
    public String file() {
        return page.address("/board/rows.csv") + query;
    }
}
