package stemma.genealogy.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gives texts numbers from zero on, in the order in which each is first asked for. */
final class Numbered {
    private final Map<String, Long> numbers = new HashMap<>();
    private final List<String> texts = new ArrayList<>();

    synchronized long of(String text) {
        Long known = numbers.putIfAbsent(text, (long) texts.size());
        if (known != null) return known;
        texts.add(text);
        return texts.size() - 1L;
    }

    /** Returns the text that has the number. */
    synchronized String text(long number) {
        return texts.get((int) number);
    }

    /** Returns all texts in the order of their numbers. */
    synchronized List<String> texts() {
        return List.copyOf(texts);
    }
}
