package stemma.catalog;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import stemma.identifiers.Sscc;

import java.util.Locale;

/**
 * How a site numbers its pallets: the extension digit and the GS1 company prefix, 5 to 13 digits
 * such as {@code 30614141}. A serial fills up to 17 digits, and the check digit follows (GS1
 * General Specifications, 2.2.1).
 */
public record SsccPrefix(String digits) {
    private static final int BEFORE_CHECK = 17;

    public SsccPrefix {
        digits = MasterText.checked("ssccPrefix", digits);
        if (!digits.matches("\\d{5,13}")) {
            throw new MalformedMaster(
                    "sscc_prefix_invalid",
                    "ssccPrefix",
                    "\"" + digits + "\" is not an extension digit and a GS1 company prefix, 5 to 13"
                            + " digits in all");
        }
    }

    @JsonCreator
    public static SsccPrefix of(String digits) {
        return new SsccPrefix(digits);
    }

    /** Returns the series from which its serials are taken: sites of one prefix share it. */
    String series() {
        return "sscc:" + digits;
    }

    /** Says whether there is an SSCC of that serial. */
    boolean reaches(long serial) {
        return Long.toString(serial).length() <= BEFORE_CHECK - digits.length();
    }

    /** Returns the SSCC with that serial, its check digit included. */
    Sscc at(long serial) {
        int width = BEFORE_CHECK - digits.length();
        return Sscc.completing(digits + String.format(Locale.ROOT, "%0" + width + "d", serial));
    }

    @JsonValue
    @Override
    public String toString() {
        return digits;
    }
}
