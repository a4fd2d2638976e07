package stemma.catalog;

import com.fasterxml.jackson.annotation.JsonValue;

import java.util.Locale;

/** What a partner is to us; one partner may be all three. */
public enum PartnerRole {
    SUPPLIER,
    CUSTOMER,
    SUBCONTRACTOR;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
