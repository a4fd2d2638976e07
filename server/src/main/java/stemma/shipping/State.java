package stemma.shipping;

/** How a shipment stands. */
public enum State {
    IN_TRANSIT("in transit", "truck", "note"),
    PARTLY_DELIVERED("partly delivered", "truck", "note"),
    DELIVERED("delivered", "box", "mute"),
    /** All arrived, and some of it only by the passing of the usual time. */
    PRESUMED("presumed delivered", "box", "wait"),
    /** Nothing is on the road, and some of it did not arrive. */
    NOT_ALL_ARRIVED("not all arrived", "warning", "wait"),
    /** Of the lots that arrived, the consignee has sent some back. */
    PARTLY_RETURNED("partly returned", "return", "wait"),
    /** The consignee has nothing left of the lots that arrived. */
    RETURNED("returned", "return", "mute"),
    /** Everything entered was corrected away. */
    VOID("void", "cross", "mute");

    private final String words;
    private final String icon;
    private final String tone;

    State(String words, String icon, String tone) {
        this.words = words;
        this.icon = icon;
        this.tone = tone;
    }

    /** Returns the name of its symbol. */
    public String icon() {
        return icon;
    }

    /** Returns its tone, as badges have it. */
    public String tone() {
        return tone;
    }

    public String words() {
        return words;
    }
}
