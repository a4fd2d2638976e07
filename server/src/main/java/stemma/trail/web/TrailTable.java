package stemma.trail.web;

import stemma.journal.SealedSize;
import stemma.trail.Difference;
import stemma.trail.TrailLine;
import stemma.trail.TrailSlice;

import java.util.List;
import java.util.Set;

/** A page of the trail with the question that it answers. */
public record TrailTable(TrailAsked asked, TrailSlice slice, SealedSize sealed) {
    private static final int SHOWN = 5;

    /** What every event says, and what other columns tell. */
    private static final Set<String> COMMON =
            Set.of("claim", "event", "evidence", "id", "site", "reason.code", "reason.text");

    /** Returns the first changes of a line; the rest stands on its own page. */
    public static List<Difference> shown(TrailLine line) {
        return line.changes().stream()
                .filter(change -> !line.isEvent() || !isCommon(change.field()))
                .limit(SHOWN)
                .toList();
    }

    private static boolean isCommon(String field) {
        return COMMON.contains(field) || field.startsWith("occurredAt.");
    }

    /** Returns how many changes of a line the table leaves to its own page. */
    public static int left(TrailLine line) {
        return line.changes().size() - shown(line).size();
    }

    /** Returns an action as words: {@code master revised} for {@code master_revised}. */
    public static String action(String action) {
        return action.replace('_', ' ');
    }

    /** Returns the address of the page that goes on. */
    public String next() {
        return address("/trail", "after=" + slice.next().map(Object::toString).orElse(""));
    }

    /** Returns the address of the whole question as a file. */
    public String file(String ending) {
        return address("/trail." + ending, "");
    }

    /** Returns the address at which the question is reviewed. */
    public String review() {
        return address("/trail/review", "");
    }

    private String address(String path, String more) {
        String query = asked.query();
        String all = query.isEmpty() || more.isEmpty() ? query + more : query + "&" + more;
        return all.isEmpty() ? path : path + "?" + all;
    }
}
