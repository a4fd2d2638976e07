package stemma.genealogy;

import java.util.List;

/**
 * Which entries of the journal an answer knows: those with a seq up to {@code lastSeq} that are not
 * in {@code except}. A correction that is not known leaves what it corrects in force.
 */
public record AsOf(long lastSeq, List<Long> except) {
    private static final AsOf NOW = new AsOf(Long.MAX_VALUE, List.of());

    public AsOf {
        except = List.copyOf(except);
    }

    /** Returns the knowledge of everything committed. */
    public static AsOf now() {
        return NOW;
    }

    public boolean isNow() {
        return lastSeq == Long.MAX_VALUE;
    }
}
