package stemma.catalog;

import com.fasterxml.jackson.annotation.JsonValue;

import java.util.Locale;

/** What becomes a lot of its own at receipt: each line and supplier's lot, or each pallet. */
public enum SublotPolicy {
    PER_RECEIPT_LINE,
    PER_PALLET;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
