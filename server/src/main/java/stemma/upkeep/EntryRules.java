package stemma.upkeep;

import org.jspecify.annotations.Nullable;

import stemma.shell.Problem;
import stemma.shell.Refused;

import java.time.LocalDate;

/** What stands against an entry by its own words; the first rule that is broken is told. */
final class EntryRules {
    private static final int LONGEST = 2_000;

    private EntryRules() {}

    /** Checks what is said of a day on which it was so. */
    static void check(UpkeepEntry entry, LocalDate day) {
        switch (entry) {
            case UpkeepEntry.Calibrated said -> calibrated(said, day);
            case UpkeepEntry.Maintained said -> {
                said("work", said.work());
                if (said.due() != null && said.due().isBefore(day))
                    throw wrong("day_invalid", "due", "It would be due before it was done.");
            }
            case UpkeepEntry.Monitored said -> {
                number("value", said.value());
                if (said.lower() != null) number("lower", said.lower());
                if (said.upper() != null) number("upper", said.upper());
                said("unit", said.unit());
            }
            case UpkeepEntry.Verified _ -> {}
            case UpkeepEntry.Annulled said -> said("reason", said.reason());
        }
    }

    private static void calibrated(UpkeepEntry.Calibrated said, LocalDate day) {
        said("certificate", said.certificate());
        said("calibratedBy", said.calibratedBy());
        if (said.note() != null) said("note", said.note());
        if (said.digest() != null && !said.digest().matches("[0-9a-f]{64}"))
            throw wrong(
                    "digest_invalid",
                    "digest",
                    "A digest is 64 digits 0 to 9 and a to f (SHA-256).");
        boolean isGood = said.asLeft() == UpkeepEntry.Finding.PASSED;
        if (isGood && said.validUntil() == null)
            throw wrong("day_missing", "validUntil", "Until when is it good?");
        if (said.validUntil() != null && said.validUntil().isBefore(day))
            throw wrong("day_invalid", "validUntil", "It would be out of date when it was made.");
    }

    private static void said(String element, String text) {
        if (text.isBlank()) throw wrong("text_missing", element, "Nothing is said here.");
        if (text.length() > LONGEST)
            throw wrong("text_too_long", element, "At most " + LONGEST + " characters fit here.");
    }

    private static void number(String element, @Nullable String text) {
        if (text != null && text.matches("-?\\d{1,9}(\\.\\d{1,6})?")) return;
        throw wrong(
                "result_invalid",
                element,
                "\"" + text + "\" is no plain decimal number such as 4.2.");
    }

    static Refused wrong(String code, String element, String sentence) {
        return new Refused(Problem.of(code, 422, sentence)
                .advising("Put it right and send it again.")
                .with("element", element));
    }
}
