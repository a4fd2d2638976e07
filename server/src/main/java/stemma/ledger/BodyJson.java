package stemma.ledger;

import stemma.journal.CanonicalJson;

import tools.jackson.databind.node.ObjectNode;

/**
 * Reads what a program sends to an address that takes no event: the same spelling, and refused by
 * the same codes, as the fields of an event.
 */
public final class BodyJson {
    private static final JsonCoding CODING = new JsonCoding();

    private BodyJson() {}

    /**
     * Returns the body as a record, member by member; refused with {@link MalformedEvent} where a
     * member is strange, missing or cannot be read.
     */
    public static <T extends Record> T read(Class<T> type, byte[] body) {
        if (!(CanonicalJson.read(body) instanceof ObjectNode object)) {
            throw new MalformedEvent("field_invalid", "", "What is sent must be a JSON object");
        }
        return type.cast(CODING.readRecord(type, object, ""));
    }

    /** Returns a record as such a body, absent members left out. */
    public static ObjectNode write(Record value) {
        return CODING.writeRecord(value);
    }
}
