package stemma.scanning;

import java.util.Arrays;
import java.util.Optional;

/** What a scan can mean, under the name by which pages ask for it, and how people say it. */
public enum ScanKind {
    UNIT("serial", "a unit's serial number"),
    LOT("lot", "a lot"),
    CONTAINER("container", "a container"),
    ITEM("item", "an item"),
    LOCATION("location", "a location"),
    RESOURCE("resource", "equipment"),
    ORDER("order", "an order"),
    RUN("run", "a run"),
    SHIPMENT("shipment", "a shipment"),
    RECEIPT("receipt", "a receipt"),
    STEP("step", "a step"),
    QUANTITY("quantity", "a quantity"),
    EXPIRY("expiry", "an expiry"),
    BEST_BEFORE("best-before", "a best-before date"),
    PRODUCED("produced", "a day of making");

    private final String field;
    private final String words;

    ScanKind(String field, String words) {
        this.field = field;
        this.words = words;
    }

    /** Returns the name of the field that takes it. */
    public String field() {
        return field;
    }

    /** Returns it with its article. */
    public String words() {
        return words;
    }

    /** Returns the kind that a field of this name takes. */
    public static Optional<ScanKind> ofField(String field) {
        return Arrays.stream(values()).filter(kind -> kind.field.equals(field)).findFirst();
    }
}
