package stemma.genealogy;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How the index of this node stands and for how long so, how long ago it last took anything in, and
 * how many bytes each part of it takes.
 */
public record IndexState(
        Standing standing, Duration lasting, Duration sinceNews, Map<String, Long> bytes) {
    public IndexState {
        bytes = Collections.unmodifiableMap(new LinkedHashMap<>(bytes));
    }

    /** Whether questions are answered from the index or from the tables alone. */
    public enum Standing {
        /** Nobody has asked yet. */
        EMPTY,
        /** It is being told everything; until then the tables answer. */
        FILLING,
        /** It has caught up with every commit before each answer. */
        FOLLOWS,
        /** The tables are being computed anew, so that it would be told half of them. */
        RESTS,
        /**
         * It could not be filled or could not catch up; the tables answer, and it is tried again.
         */
        FAILED
    }

    /** Returns the same with a part that stands beside it, where it takes anything. */
    public IndexState with(String part, long size) {
        if (size == 0) return this;
        Map<String, Long> more = new LinkedHashMap<>(bytes);
        more.put(part, size);
        return new IndexState(standing, lasting, sinceNews, more);
    }

    /** Returns how many bytes all parts take. */
    public long size() {
        return bytes.values().stream().mapToLong(Long::longValue).sum();
    }
}
