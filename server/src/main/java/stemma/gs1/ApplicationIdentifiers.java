package stemma.gs1;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** All application identifiers; none begins with another, so the digits say where they end. */
public final class ApplicationIdentifiers {
    private static final int SHORTEST = 2;
    private static final int LONGEST = 4;
    private static final Map<String, ApplicationIdentifier> BY_CODE = new HashMap<>();

    static {
        for (ApplicationIdentifier identifier : IdentifierTable.read())
            BY_CODE.put(identifier.code(), identifier);
    }

    private ApplicationIdentifiers() {}

    /** Returns all that there are. */
    public static Collection<ApplicationIdentifier> all() {
        return BY_CODE.values();
    }

    /** Returns the identifier of these digits. */
    public static Optional<ApplicationIdentifier> find(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    /** Returns the identifier with which the text goes on at the place. */
    static Optional<ApplicationIdentifier> at(String text, int place) {
        for (int length = SHORTEST; length <= LONGEST; length++) {
            if (place + length > text.length()) break;
            ApplicationIdentifier found = BY_CODE.get(text.substring(place, place + length));
            if (found != null) return Optional.of(found);
        }
        return Optional.empty();
    }
}
