package stemma.exchange.web;

import stemma.catalog.SheetError;
import stemma.exchange.DocumentFiles;
import stemma.exchange.Loading;
import stemma.shell.Figure;
import stemma.shell.Problem;

import java.util.List;

/** What a page says of the columns of a file and of what came of it. */
public final class FileWords {
    private static final int SHOWN = 500;

    private FileWords() {}

    /** Returns what a column says. */
    public static String hint(String column) {
        return switch (column) {
            case "quantity" -> "An amount with its unit, as in 500 kg";
            case "catch_weight" -> "The second amount of an item with catch weight, as in 12.5 kg";
            case "status" ->
                "quarantined, released, restricted or rejected; empty: as the item says";
            case "produced", "expiry", "best_before", "retest" ->
                "A day, a month or a year: 2026-05-31, 2026-05 or 2026";
            case "when" ->
                "The moment with its offset, as in 2026-05-01T09:55:00+01:00, or the two ends of an"
                        + " interval with a slash between; empty: now";
            case "origin" -> "Where it comes from, in words";
            case "direction" -> "in or out";
            case "supplier_lot" -> "The supplier's own number of the lot, beside ours";
            case "lot" -> "Our number of the lot, also of one that another row brings in";
            case "document" -> "opening, receipt, run or shipment";
            case "location" ->
                "The location by its code, or any place by its text, as in:P-1 for a container";
            case "line" -> "The line or machine";
            default -> "The " + column.replace('_', ' ') + " by its code";
        };
    }

    static DocumentFiles.Result result(Loading loading) {
        DocumentFiles.Result result = loading.result();
        return result == null ? new DocumentFiles.Result.Refused(List.of()) : result;
    }

    /** Returns the errors to be shown, the first 500. */
    public static List<SheetError> errors(Loading loading) {
        return result(loading) instanceof DocumentFiles.Result.Refused refused
                ? refused.errors().stream().limit(SHOWN).toList()
                : List.of();
    }

    public static String tone(Loading loading) {
        return result(loading) instanceof DocumentFiles.Result.Refused ? "stop" : "good";
    }

    public static String title(Loading loading) {
        return switch (result(loading)) {
            case DocumentFiles.Result.Refused _ -> "Nothing was recorded";
            case DocumentFiles.Result.InOrder(var _, int fresh, var _) ->
                fresh == 0 ? "All of it stands already" : "The file is in order";
            case DocumentFiles.Result.Recorded _ -> "Recorded";
        };
    }

    /** Returns what came of it in one or two sentences. */
    public static String sentence(Loading loading) {
        Problem problem = loading.problem();
        if (problem != null) return problem.sentence() + " " + problem.whatToDo();
        return switch (result(loading)) {
            case DocumentFiles.Result.Refused(var errors) -> {
                String found = errors.size() == 1
                        ? "1 error was found"
                        : Figure.grouped(errors.size()) + " errors were found";
                yield found
                        + (errors.size() > SHOWN ? "; the first " + SHOWN + " are shown. " : ". ")
                        + "Correct them in the file and send it again.";
            }
            case DocumentFiles.Result.InOrder(int rows, int fresh, int standing) ->
                counted(rows, fresh, standing)
                        + (fresh == 0 ? "." : ". Nothing is recorded yet: choose Record.");
            case DocumentFiles.Result.Recorded(int rows, int fresh, int standing) ->
                counted(rows, fresh, standing) + ". The file may be sent again; nothing doubles.";
        };
    }

    private static String counted(int rows, int fresh, int standing) {
        return Figure.grouped(rows) + " rows: " + Figure.grouped(fresh) + " new, "
                + Figure.grouped(standing) + " as they stand";
    }
}
