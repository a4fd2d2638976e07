package stemma.inquiry.web;

import stemma.inquiry.BoardRows;
import stemma.inquiry.Exposure;
import stemma.inquiry.Group;
import stemma.inquiry.LotLine;
import stemma.inquiry.Reception;
import stemma.inquiry.Road;
import stemma.inquiry.Stage;
import stemma.inquiry.Where;
import stemma.quantity.Quantity;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The rows behind one number of the board. {@code show} says which number; {@code kind} what a row
 * is; {@code of} which parts of the board it is about.
 */
public record RowsPage(
        BoardRows board,
        BoardPage page,
        String show,
        String title,
        Kind kind,
        Predicate<Exposure.Part> of,
        String query,
        String only,
        int from) {

    /** What a row is. */
    public enum Kind {
        MATERIAL,
        LOTS,
        CONSIGNEES,
        SHIPMENTS
    }

    /** Returns the same rows, those with all the words only, from one on. */
    RowsPage at(String words, int first) {
        return new RowsPage(board, page, show, title, kind, of, query, words, first);
    }

    static RowsPage of(
            BoardRows board, BoardPage page, String show, String unit, String item, String tier) {
        Predicate<Exposure.Part> of = part -> (tier.isEmpty()
                        ? part.tier() == Group.Tier.FINISHED
                        : part.tier().name().equalsIgnoreCase(tier))
                && (unit.isEmpty() || part.tally().unit().code().equals(unit))
                && (item.isEmpty() || part.item().code().equals(item));
        String query = "&show=" + show + part("unit", unit) + part("of", item) + part("tier", tier);
        return new RowsPage(board, page, show, title(show), kind(show), of, query, "", 0);
    }

    private static String part(String name, String value) {
        return value.isEmpty() ? "" : "&" + name + "=" + stemma.inquiry.Subject.encoded(value);
    }

    private boolean shows(Stage stage) {
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
        for (Exposure.Part part : page.board().parts()) {
            if (!of.test(part)) continue;
            for (Stage stage : Stage.values()) {
                Quantity there = part.tally().at(stage);
                if (shows(stage) && !there.isZero())
                    sums.merge(there.unit().code(), there, Quantity::plus);
            }
        }
        return String.join(" + ", sums.values().stream().map(Words::quantity).toList());
    }

    /** Returns where everything of the number is, in the rows behind it. */
    Stream<Where> where() {
        return board.where(of).filter(row -> shows(row.stage()));
    }

    Stream<LotLine> lots() {
        return board.lots(part -> part.tier() == Group.Tier.FINISHED);
    }

    List<Reception> receptions() {
        return page.receptions();
    }

    Stream<Road> roads() {
        return board.roads();
    }

    public Slice<Where> material() {
        return slice(where(), Words::row);
    }

    public Slice<LotLine> lotSlice() {
        return slice(lots(), Words::row);
    }

    public Slice<Reception> receptionSlice() {
        return Slice.of(receptions(), Words::row, only, from);
    }

    public Slice<Road> roadSlice() {
        return slice(roads(), Words::row);
    }

    private <T> Slice<T> slice(Stream<T> all, Function<T, String> words) {
        return board.isAtHand()
                ? Slice.of(all.toList(), words, only, from)
                : Slice.uncounted(all, words, only, from);
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
