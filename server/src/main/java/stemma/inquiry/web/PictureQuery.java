package stemma.inquiry.web;

import stemma.inquiry.Subject;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * How a picture is asked for beside its question: only the ways through one node, which groups are
 * opened, and which words are looked for.
 */
public record PictureQuery(String through, Set<String> open, String find) {
    /** So many groups may be told apart at once, that an address stays an address. */
    static final int MOST_OPEN = 40;

    public PictureQuery {
        open = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(open));
    }

    static PictureQuery of(String through, List<String> open, String find) {
        List<String> first = open.subList(0, Math.min(open.size(), MOST_OPEN));
        return new PictureQuery(through.strip(), new LinkedHashSet<>(first), find.strip());
    }

    List<String> words() {
        String lower = find.toLowerCase(Locale.ROOT);
        return lower.isEmpty() ? List.of() : List.of(lower.split("\\s+"));
    }

    PictureQuery opening(String group) {
        Set<String> more = new LinkedHashSet<>(open);
        more.add(group);
        return new PictureQuery(through, more, find);
    }

    PictureQuery through(String key) {
        return new PictureQuery(key, Set.of(), "");
    }

    /** Returns the part of an address that asks for it. */
    String address() {
        StringBuilder address = new StringBuilder();
        if (!through.isEmpty()) address.append("&through=").append(Subject.encoded(through));
        for (String group : open) address.append("&open=").append(Subject.encoded(group));
        if (!find.isEmpty()) address.append("&find=").append(Subject.encoded(find));
        return address.toString();
    }
}
