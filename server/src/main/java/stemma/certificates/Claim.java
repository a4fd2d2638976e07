package stemma.certificates;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.ItemCode;
import stemma.identifiers.LotNumber;
import stemma.identifiers.PartnerCode;
import stemma.quantity.Quantity;

import java.util.List;

/**
 * What a paper says of one lot, heat or unit: what it is named by, of which item if the paper says
 * so, whose number it is, how much of it the paper covers (all of it where it does not say), and
 * the values it states.
 */
public record Claim(
        By by,
        String text,
        @Nullable ItemCode item,
        PartnerCode issuer,
        @Nullable Quantity quantity,
        List<CertifiedValue> values) {
    /** By what the goods are named. */
    public enum By {
        /** A lot or heat of the issuer's: found by the numbers that others have for our lots. */
        LOT,
        /** A lot number of ours. */
        OUR_LOT,
        /** A serial number, or units of one block as {@code SN-1..SN-9}. */
        SERIAL
    }

    public Claim {
        text = new LotNumber(text.strip()).text();
        values = List.copyOf(values);
    }

    String normal() {
        return LotNumber.normal(text);
    }

    /** Says whether both speak of one lot or heat; a paper that names no item means any. */
    public boolean isOfSameLot(Claim other) {
        return by == other.by
                && normal().equals(other.normal())
                && (by != By.LOT || isSame(issuer, other.issuer))
                && (item == null
                        || other.item == null
                        || LotNumber.normal(item.code())
                                .equals(LotNumber.normal(other.item.code())));
    }

    private static boolean isSame(PartnerCode one, PartnerCode other) {
        return LotNumber.normal(one.code()).equals(LotNumber.normal(other.code()));
    }

    /** Returns the number with whose it is, as people say it. */
    public String words() {
        return switch (by) {
            case LOT -> issuer + "'s lot " + text;
            case OUR_LOT -> "our lot " + text;
            case SERIAL -> "serial " + text;
        };
    }
}
