package stemma.documents;

import java.util.Locale;

/** The kinds of document that events tell of. */
public enum DocumentKind {
    /** Goods came in from a supplier. */
    RECEIPT,
    /** Stock from before records was entered; the event's id is its code. */
    OPENING,
    /** Goods went back to a supplier. */
    RETURN_TO_SUPPLIER,
    /** Lots became lots. */
    RUN,
    /** Goods left for a consignee. */
    SHIPMENT,
    /** Goods came back from a consignee. */
    RETURN;

    /** Returns the word of the kind as it is stored, such as {@code receipt}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads the word of a kind; throws where there is none. */
    public static DocumentKind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
