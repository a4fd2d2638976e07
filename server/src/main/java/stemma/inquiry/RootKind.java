package stemma.inquiry;

import java.util.Locale;
import java.util.Optional;

/** As what a root of a question is named, and whether a time can narrow it. */
public enum RootKind {
    LOT("lot", Narrowing.NONE),
    ID("lot id", Narrowing.NONE),
    SUPPLIERS_LOT("supplier's lot", Narrowing.NONE),
    SERIAL("serial", Narrowing.NONE),
    RECEIPT("receipt", Narrowing.NONE),
    ORDER("order", Narrowing.NONE),
    RUN("run", Narrowing.NONE),
    SHIPMENT("shipment", Narrowing.NONE),
    CERTIFICATE("certificate", Narrowing.NONE),
    SUPPLIER("supplier", Narrowing.WINDOW),
    CUSTOMER("customer", Narrowing.WINDOW),
    LOCATION("location", Narrowing.WINDOW),
    RESOURCE("line, tank or tool", Narrowing.WINDOW);

    private enum Narrowing {
        NONE,
        WINDOW
    }

    private final String words;
    private final Narrowing narrowing;

    RootKind(String words, Narrowing narrowing) {
        this.words = words;
        this.narrowing = narrowing;
    }

    /** Returns how the kind is written before the colon, such as {@code supplier}. */
    public String code() {
        return this == SUPPLIERS_LOT ? "supplier-lot" : name().toLowerCase(Locale.ROOT);
    }

    public String words() {
        return words;
    }

    /** Returns whether a window of time may follow the code. */
    public boolean takesWindow() {
        return narrowing == Narrowing.WINDOW;
    }

    static Optional<RootKind> of(String code) {
        for (RootKind kind : values()) {
            if (kind.code().equalsIgnoreCase(code.strip())) return Optional.of(kind);
        }
        return Optional.empty();
    }
}
