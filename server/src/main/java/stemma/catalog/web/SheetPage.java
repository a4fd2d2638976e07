package stemma.catalog.web;

import stemma.catalog.MasterKind;
import stemma.catalog.SheetColumns;

import java.util.List;
import java.util.Locale;

/** The page on which a sheet is chosen: its columns and where it is sent. */
public record SheetPage(MasterKind kind) {
    public String title() {
        return "Load " + MasterWords.many(kind).toLowerCase(Locale.ROOT) + " from a sheet";
    }

    public String many() {
        return MasterWords.many(kind);
    }

    public String path() {
        return MasterPaths.list(kind);
    }

    public List<String> columns() {
        return SheetColumns.of(kind);
    }

    public List<String> needed() {
        return SheetColumns.needed(kind);
    }

    /** Returns the words that a column may say, empty where it is free. */
    public List<String> choices(String column) {
        return MasterWords.choices(column);
    }

    public String hint(String column) {
        return MasterWords.hint(column);
    }
}
