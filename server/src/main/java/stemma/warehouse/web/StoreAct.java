package stemma.warehouse.web;

import stemma.ledger.Place;

import java.util.List;
import java.util.Locale;

/**
 * What a person does in the store by a form: its word in addresses, and which fields it asks for.
 */
public enum StoreAct {
    MOVE("Move", "moved", "goods or containers to a place", "Moved"),
    SEND("Send to another site", "moved", "goods or containers on their way", "Sent"),
    ARRIVE("Take in from another site", "moved", "what came, and what is missing", "Taken in"),
    ADJUST("Adjust", "adjusted", "the books to the goods", "Adjusted"),
    SAMPLE("Take a sample", "sampled", "goods that do not come back", "Sampled"),
    SCRAP("Scrap", "scrapped", "goods that are lost", "Scrapped"),
    DESTROY("Destroy", "destroyed", "goods, with the document that proves it", "Destroyed"),
    PACK("Pack", "packed", "goods and containers into a container", "Packed"),
    UNPACK("Unpack", "unpacked", "goods and containers out of a container", "Unpacked"),
    SPLIT("Split", "split", "one lot into several", "Split"),
    MERGE("Merge", "merged", "several lots into one", "Merged");

    /** Why the books are made to meet the goods; the text says the rest. */
    public static final List<String> WHY = List.of(
            "count_difference",
            "damaged",
            "spilled",
            "evaporated",
            "found",
            "mis_weighed",
            "theft_suspected",
            "other");

    /** Why one lot becomes several: the word in the event, and what people call it. */
    public static final List<String> KINDS =
            List.of("split", "repack", "relabel", "regrade", "retain");

    private final String title;
    private final String kind;
    private final String what;
    private final String done;

    StoreAct(String title, String kind, String what, String done) {
        this.title = title;
        this.kind = kind;
        this.what = what;
        this.done = done;
    }

    public String title() {
        return title;
    }

    String kind() {
        return kind;
    }

    public String what() {
        return what;
    }

    /** Returns how it is said when it is recorded. */
    public String done() {
        return done;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the address of its form. */
    public String address() {
        return this == MOVE ? "/move" : "/warehouse/acts/" + word();
    }

    public boolean asksTo() {
        return this == MOVE || this == ARRIVE || this == UNPACK || isSibling();
    }

    public boolean asksWhy() {
        return this == ADJUST || this == SCRAP || this == DESTROY;
    }

    public boolean isSibling() {
        return this == SPLIT || this == MERGE;
    }

    /** Says whether goods are taken from there; what is destroyed may lie in the scrap already. */
    boolean takesFrom(Place place) {
        boolean isOurs = place instanceof Place.At
                || place instanceof Place.InContainer
                || place instanceof Place.InCustody;
        return isOurs || this == DESTROY && place instanceof Place.Beyond && place.isFinite();
    }

    /** Says whether whole containers may be scanned among the goods. */
    public boolean takesContainers() {
        return this == MOVE || this == SEND || this == ARRIVE || this == PACK || this == UNPACK;
    }
}
