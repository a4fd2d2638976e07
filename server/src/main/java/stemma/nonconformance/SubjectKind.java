package stemma.nonconformance;

import java.util.Locale;

/** What kind of thing a case can be about. */
public enum SubjectKind {
    LOT,
    SERIAL,
    ITEM,
    PARTNER,
    RUN,
    ORDER,
    RECEIPT,
    SHIPMENT,
    RESOURCE,
    CERTIFICATE,
    HOLD,
    CASE;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
