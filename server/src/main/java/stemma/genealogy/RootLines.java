package stemma.genealogy;

import stemma.identifiers.Portion;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Lots as the roots of a question in an address, one to a line; where there are more than an
 * address carries, they are of several, and none is left out. Counted from one.
 */
public record RootLines(int first, int last, int all, String text) {
    // At 67 bytes a root at most, well within the 16 KB that a request's headers may have.
    private static final int MOST = 100;

    /** Returns the questions that name all of these lots. */
    public static List<RootLines> of(List<Portion> lots) {
        List<Portion> each = lots.stream().distinct().toList();
        List<RootLines> questions = new ArrayList<>();
        for (int from = 0; from < each.size(); from += MOST) {
            int to = Math.min(from + MOST, each.size());
            String text = each.subList(from, to).stream()
                    .map(lot -> "id:" + lot)
                    .collect(Collectors.joining("\n"));
            questions.add(new RootLines(from + 1, to, each.size(), text));
        }
        return questions;
    }

    /** Returns which of the lots they are: it, them, or from where to where. */
    public String words() {
        if (all == 1) return "it";
        return last - first + 1 == all ? "them" : first + " to " + last + " of " + all;
    }
}
