package stemma.catalog.web;

import stemma.catalog.MasterChange;
import stemma.catalog.MasterSheet;
import stemma.catalog.SheetAnswer;
import stemma.catalog.SheetError;

import java.util.List;

/** What is said of a sheet that was checked or recorded: how many of what, or every error. */
public record SheetResult(MasterSheet sheet, SheetAnswer answer, Stage stage) {
    private static final int SHOWN = 500;

    /** Whether the sheet was only tried or meant. */
    public enum Stage {
        CHECKED,
        RECORDED
    }

    public List<SheetError> errors() {
        return switch (answer) {
            case SheetAnswer.Refused refused ->
                refused.errors().stream().limit(SHOWN).toList();
            case SheetAnswer.Taken _ -> List.of();
        };
    }

    public boolean isRefused() {
        return answer instanceof SheetAnswer.Refused;
    }

    public String title() {
        if (isRefused()) return "Nothing was recorded";
        return stage == Stage.CHECKED ? "The sheet is in order" : "Recorded";
    }

    public String sentence() {
        return switch (answer) {
            case SheetAnswer.Refused refused -> {
                int count = refused.errors().size();
                String found = count == 1 ? "1 error was found" : count + " errors were found";
                yield found + (count > SHOWN ? "; the first " + SHOWN + " are shown." : ".");
            }
            case SheetAnswer.Taken taken ->
                count(taken, MasterChange.Effect.ADDED) + " new, "
                        + count(taken, MasterChange.Effect.REVISED) + " changed, "
                        + count(taken, MasterChange.Effect.UNCHANGED) + " as they stand"
                        + (stage == Stage.CHECKED ? " (nothing recorded yet)." : ".");
        };
    }

    private static long count(SheetAnswer.Taken taken, MasterChange.Effect effect) {
        return taken.changes().stream()
                .filter(change -> change.effect() == effect)
                .count();
    }
}
