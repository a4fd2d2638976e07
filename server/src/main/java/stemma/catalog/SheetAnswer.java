package stemma.catalog;

import java.util.List;

/** What came of a sheet: the changes of every row, or every error while nothing was recorded. */
public sealed interface SheetAnswer {
    /** All rows stand, or in a rehearsal would stand. */
    record Taken(List<MasterChange> changes) implements SheetAnswer {
        public Taken {
            changes = List.copyOf(changes);
        }
    }

    /** No row stands. */
    record Refused(List<SheetError> errors) implements SheetAnswer {
        public Refused {
            errors = List.copyOf(errors);
        }
    }
}
