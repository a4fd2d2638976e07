package stemma.gs1;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The ways to read a mark whose separators may have been lost: each end of each value of varying
 * length is tried, the longest first, and what is left must read to the end. A way that says more
 * than the first must be one that a label could bear: nothing twice, nothing that excludes another,
 * nothing that lacks what it needs where the mark has its key. At most {@link #MOST} ways, found in
 * at most {@link #TRIES} tries; a text that needs more is doubtful for that alone.
 */
final class LostSeparators {
    static final int MOST = 8;
    private static final int TRIES = 500;
    private static final int MOST_ELEMENTS = 12;

    private final String text;
    private final List<ElementString> ways = new ArrayList<>();
    private final List<Element> so = new ArrayList<>();
    private int tries;

    private LostSeparators(String text) {
        this.text = text;
    }

    /** Returns the ways to read the text, which holds no separator. */
    static List<ElementString> ways(String text) {
        return of(text).all();
    }

    /** Returns every way that was found. */
    List<ElementString> all() {
        return ways;
    }

    /** Returns the search, done. */
    static LostSeparators of(String text) {
        LostSeparators search = new LostSeparators(text);
        search.from(0);
        return search;
    }

    /**
     * Returns the ways beside the one that the strict reading takes: with it where the search was
     * given up, so that nobody takes it for the only one.
     */
    List<ElementString> beside(ElementString strict) {
        if (tries > TRIES) return ways.contains(strict) ? ways : List.of(strict);
        return ways.stream().filter(way -> !way.equals(strict)).toList();
    }

    private void from(int at) {
        if (at == text.length() && !so.isEmpty()) {
            ElementString way = new ElementString(so);
            if (isLikely(way)) ways.add(way);
            return;
        }
        Optional<ApplicationIdentifier> found = ApplicationIdentifiers.at(text, at);
        if (found.isEmpty() || so.size() == MOST_ELEMENTS) return;
        ApplicationIdentifier identifier = found.get();
        if (so.stream().anyMatch(element -> element.identifier().equals(identifier))) return;
        int begin = at + identifier.code().length();
        int longest = Math.min(begin + identifier.most(), text.length());
        for (int end = longest; end >= begin + identifier.least(); end--) {
            if (ways.size() == MOST || tries++ >= TRIES) return;
            String value = text.substring(begin, end);
            if (identifier.fault(value).isPresent()) continue;
            so.add(new Element(identifier, value));
            from(end);
            so.removeLast();
        }
    }

    private static boolean isLikely(ElementString way) {
        boolean hasKey =
                way.elements().stream().anyMatch(element -> element.identifier().isLinkKey());
        return Associations.conflict(way).isEmpty()
                && (!hasKey || Associations.lacks(way).isEmpty());
    }
}
