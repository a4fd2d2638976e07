package stemma.catalog;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Makes masters of several rows each: the rows that bear one key are the lines of one master, and
 * must say the same of everything but the line.
 */
final class LinedSheet {
    private LinedSheet() {}

    /** How rows of one kind are read: what all lines share, a line, and the whole. */
    interface Form<H, L> {
        H head(SheetRow row);

        MasterKey key(H head);

        /** Returns the line of the row after those before it, or nothing where it has errors. */
        @Nullable
        L line(SheetRow row, List<L> before);

        Master whole(H head, List<L> lines);

        /** Tells whether two rows of one master say the same of all but the line. */
        boolean agree(H one, H other);

        /** Puts an error on a row that says otherwise than the first, which stands in that line. */
        void differs(SheetRow row, int first);
    }

    private record Group<H, L>(H head, List<SheetRow> rows, List<L> lines) {}

    /** Hands each whole master on with the row it began in; rows with errors keep them. */
    static <H, L> void read(
            Form<H, L> form, List<SheetRow> rows, BiConsumer<Master, SheetRow> masters) {
        Map<MasterKey, Group<H, L>> groups = new LinkedHashMap<>();
        for (SheetRow row : rows) {
            H head = form.head(row);
            Group<H, L> group = groups.computeIfAbsent(
                    form.key(head), _ -> new Group<>(head, new ArrayList<>(), new ArrayList<>()));
            group.rows().add(row);
            if (!form.agree(group.head(), head)) {
                form.differs(row, group.rows().getFirst().line());
            }
            L line = form.line(row, group.lines());
            if (line != null) group.lines().add(line);
        }
        for (Group<H, L> group : groups.values()) {
            if (group.rows().stream().anyMatch(row -> !row.errors().isEmpty())) continue;
            SheetRow first = group.rows().getFirst();
            Master whole = first.made(() -> form.whole(group.head(), group.lines()));
            if (whole != null) masters.accept(whole, first);
        }
    }
}
