package stemma.upkeep;

import stemma.journal.CanonicalJson;
import stemma.ledger.BodyJson;
import stemma.ledger.MalformedEvent;
import stemma.signatures.Digest;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Locale;

/** Entries and requirements as JSON, in the same spelling as events. */
public final class UpkeepJson {
    private static final String ENTRY = "entry";

    private UpkeepJson() {}

    /** Returns the word of an entry, such as {@code calibrated}. */
    public static String word(UpkeepEntry entry) {
        return word(entry.getClass());
    }

    private static String word(Class<?> type) {
        return type.getSimpleName().toLowerCase(Locale.ROOT);
    }

    public static ObjectNode of(UpkeepEntry entry) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put(ENTRY, word(entry));
        return json.setAll(BodyJson.write((Record) entry));
    }

    /** Reads an entry by its word; refused with {@code choice_unknown} where there is none. */
    public static UpkeepEntry read(ObjectNode json) {
        ObjectNode rest = json.deepCopy();
        var word = rest.remove(ENTRY);
        for (Class<?> type : UpkeepEntry.class.getPermittedSubclasses()) {
            if (word == null || !word(type).equals(word.asString(""))) continue;
            return (UpkeepEntry)
                    BodyJson.read(type.asSubclass(Record.class), CanonicalJson.bytes(rest));
        }
        throw new MalformedEvent("choice_unknown", ENTRY, "what is told is one of " + words());
    }

    private static String words() {
        return String.join(
                ", ",
                List.of(UpkeepEntry.class.getPermittedSubclasses()).stream()
                        .map(UpkeepJson::word)
                        .toList());
    }

    /** Returns the digest of the requirement, as it is signed when it ends. */
    public static Digest signed(Requirement one) {
        return Digest.of(CanonicalJson.bytes(of(one)));
    }

    public static ObjectNode of(ToldEntry told) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", told.id().toString())
                .put("resource", told.resource().code())
                .put("site", told.site().code())
                .put("at", told.at().toString())
                .put("toldAt", told.toldAt().toString())
                .put("by", told.by().code())
                .setAll(of(told.entry()));
    }

    public static ObjectNode of(Requirement requirement) {
        return BodyJson.write(requirement);
    }
}
