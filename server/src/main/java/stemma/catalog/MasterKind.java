package stemma.catalog;

import com.fasterxml.jackson.annotation.JsonValue;

import java.util.Locale;

/** The kinds of master, in the order in which they rest on one another. */
public enum MasterKind {
    SITE,
    LOCATION,
    ITEM,
    CONVERSION,
    PARTNER,
    SHIP_TO,
    RESOURCE,
    RECIPE,
    PURCHASE_ORDER,
    WORK_ORDER,
    SALES_ORDER;

    /** Tells whether masters of this kind are orders, which are open or closed. */
    public boolean isOrder() {
        return switch (this) {
            case PURCHASE_ORDER, WORK_ORDER, SALES_ORDER -> true;
            case SITE, LOCATION, ITEM, CONVERSION, PARTNER, SHIP_TO, RESOURCE, RECIPE -> false;
        };
    }

    /** Returns the word for this kind on the wire, such as {@code ship_to}. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
