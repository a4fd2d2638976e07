package stemma.gs1.lint;

import java.util.Optional;

/** Hours 00 to 23, minutes and seconds 00 to 59, and an hour with its minutes. */
final class Times {
    private static final int LAST_HOUR = 23;
    private static final int LAST_MINUTE = 59;

    private Times() {}

    static Optional<Fault> hour(String text) {
        return two(text, "hour", LAST_HOUR);
    }

    static Optional<Fault> minute(String text) {
        return two(text, "minute", LAST_MINUTE);
    }

    static Optional<Fault> second(String text) {
        return two(text, "second", LAST_MINUTE);
    }

    static Optional<Fault> clock(String text) {
        if (text.length() < 4) return Lint.whole("hour_with_minute_too_short", text);
        if (text.length() > 4) return Lint.whole("hour_with_minute_too_long", text);
        return hour(text.substring(0, 2))
                .or(() -> minute(text.substring(2)).map(fault -> fault.movedBy(2)));
    }

    private static Optional<Fault> two(String text, String what, int last) {
        if (text.length() < 2) return Lint.whole(what + "_too_short", text);
        if (text.length() > 2) return Lint.whole(what + "_too_long", text);
        Optional<Fault> letter = CharacterSets.digits(text);
        if (letter.isPresent()) return letter;
        return Integer.parseInt(text) > last
                ? Lint.whole("illegal_" + what, text)
                : Optional.empty();
    }
}
