package stemma.nonconformance;

import stemma.journal.CanonicalJson;
import stemma.ledger.BodyJson;
import stemma.ledger.MalformedEvent;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Locale;

/** Entries and heads of cases as JSON, in the same spelling as events. */
public final class CaseJson {
    private static final String ENTRY = "entry";

    private CaseJson() {}

    /** Returns the word of an entry, such as {@code action_planned}. */
    public static String word(CaseEntry entry) {
        return word(entry.getClass());
    }

    private static String word(Class<?> type) {
        return type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }

    public static ObjectNode of(CaseEntry entry) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put(ENTRY, word(entry));
        return json.setAll(BodyJson.write((Record) entry));
    }

    /**
     * Reads an entry by its word; refused with {@code choice_unknown} where there is no such entry,
     * and as fields of events are.
     */
    public static CaseEntry read(ObjectNode json) {
        ObjectNode rest = json.deepCopy();
        var word = rest.remove(ENTRY);
        for (Class<?> type : CaseEntry.class.getPermittedSubclasses()) {
            if (word == null || !word(type).equals(word.asString(""))) continue;
            return (CaseEntry)
                    BodyJson.read(type.asSubclass(Record.class), CanonicalJson.bytes(rest));
        }
        throw new MalformedEvent("choice_unknown", ENTRY, "what is entered is one of " + words());
    }

    private static String words() {
        return String.join(
                ", ",
                List.of(CaseEntry.class.getPermittedSubclasses()).stream()
                        .map(CaseJson::word)
                        .toList());
    }

    public static ObjectNode of(Entered entered) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("ordinal", entered.ordinal())
                .put("at", entered.at().toString())
                .put("by", entered.by().code())
                .setAll(of(entered.entry()));
    }

    public static ObjectNode of(CaseHead head) {
        return BodyJson.write(head);
    }

    /** Returns exactly what is signed by the last entry: all entries, and that one unsigned. */
    static byte[] signed(CaseFile file, CaseEntry unsigned) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("number", file.number());
        ArrayNode entries = json.putArray("entries");
        file.entries().forEach(entered -> entries.add(of(entered)));
        entries.add(of(unsigned));
        return CanonicalJson.bytes(json);
    }
}
