package stemma.verifier;

import java.util.Optional;

/** How the places of events are written: a word, a colon, and codes in which a slash is escaped. */
final class Places {
    static final String BEFORE_RECORDS = "before_records";

    private static final String CONTAINER = "container:";

    private Places() {}

    static String of(String word, String code) {
        return word + ":" + escaped(code);
    }

    /** A customer, at one of its ship-tos where the event names one. */
    static String customer(Fields event, String partner) {
        String customer = of("customer", event.text(partner));
        return event.textIfAny("shipTo")
                .map(shipTo -> customer + "/" + escaped(shipTo))
                .orElse(customer);
    }

    /** Returns whether there may never be less than nothing of a lot that is tracked. */
    static boolean isGuarded(String place) {
        return place.startsWith("at:")
                || place.startsWith("container:")
                || place.startsWith("transit:")
                || place.startsWith("custody:")
                || place.startsWith("transfer:")
                || place.startsWith("unit:");
    }

    /** Returns the code of the container that a place is the inside of, where it is one. */
    static Optional<String> inside(String place) {
        if (!place.startsWith(CONTAINER)) return Optional.empty();
        String code = place.substring(CONTAINER.length());
        return Optional.of(code.replace("%2F", "/").replace("%25", "%"));
    }

    private static String escaped(String code) {
        if (code.indexOf('/') < 0 && code.indexOf('%') < 0) return code;
        return code.replace("%", "%25").replace("/", "%2F");
    }
}
