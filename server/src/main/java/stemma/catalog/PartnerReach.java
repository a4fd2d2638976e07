package stemma.catalog;

import com.fasterxml.jackson.annotation.JsonValue;

import java.util.Locale;

/**
 * How far our knowledge reaches at a partner: a boundary is beyond it; custody is a partner's place
 * that holds our goods, guarded and counted as our own.
 */
public enum PartnerReach {
    BOUNDARY,
    CUSTODY;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
