package stemma.catalog;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;

/**
 * In what a change lessens control: lots of an item begin released where they waited for quality,
 * or are good for longer, which takes a signature of quality; a resource becomes one of another
 * kind.
 */
public final class Loosening {
    /** The action under which the audit trail keeps a change of a master. */
    public static final String REVISED = "master_revised";

    /** The action under which it keeps that a master is new. */
    public static final String DEFINED = "master_defined";

    private Loosening() {}

    /** Returns in words in what control becomes less; nothing where in nothing. */
    public static List<String> of(Item before, Item after) {
        return of(MasterJson.of(before), MasterJson.of(after));
    }

    /** Returns the same of two sides of an entry of the audit trail that is of an item. */
    public static List<String> of(JsonNode before, JsonNode after) {
        List<String> less = new ArrayList<>();
        if (beginsReleased("statusAtReceipt", before, after))
            less.add("what is received begins released");
        if (beginsReleased("statusAtProduction", before, after))
            less.add("what is made begins released");
        if (days(after) > days(before)) less.add("lots are good for longer");
        return less;
    }

    /**
     * Returns in words in what the lots of a new item are under less control than usual, of the
     * entry that tells its definition: they begin released when they are received.
     */
    public static List<String> ofNew(JsonNode defined) {
        String released = InitialStatus.RELEASED.word();
        return released.equals(policy(defined, "statusAtReceipt").asString(""))
                ? List.of("a new item: what is received begins released")
                : List.of();
    }

    /**
     * Returns in words what a changed resource is no longer under: what is asked of every resource
     * of its former kind.
     */
    public static List<String> ofResource(JsonNode before, JsonNode after) {
        String was = before.path("kind").asString("");
        String is = after.path("kind").asString("");
        return was.equals(is)
                ? List.of()
                : List.of("was " + was + ", is " + is + ": what is asked of every " + was
                        + " is not asked of it");
    }

    private static boolean beginsReleased(String field, JsonNode before, JsonNode after) {
        String released = InitialStatus.RELEASED.word();
        return released.equals(policy(after, field).asString(""))
                && !released.equals(policy(before, field).asString(""));
    }

    /** What has no shelf life is good for ever. */
    private static int days(JsonNode item) {
        return policy(item, "shelfLifeDays").asInt(Integer.MAX_VALUE);
    }

    private static JsonNode policy(JsonNode item, String field) {
        return item.path("policy").path(field);
    }

    /** Says whether a change of a master is one of an item that lessens control. */
    static boolean isLess(Master before, Master after) {
        return before instanceof Item old
                && after instanceof Item now
                && !of(old, now).isEmpty();
    }
}
