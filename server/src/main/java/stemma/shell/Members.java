package stemma.shell;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.Map;

/** The members of a JSON object in the order in which they are told, the same at every start. */
public final class Members {
    private Members() {}

    /** Returns the names and values in turn, in order, without those that are absent. */
    public static Map<String, Object> of(@Nullable Object... pairs) {
        Map<String, Object> members = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            Object value = pairs[i + 1];
            if (value != null) members.put(String.valueOf(pairs[i]), value);
        }
        return members;
    }
}
