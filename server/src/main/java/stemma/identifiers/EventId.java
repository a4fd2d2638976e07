package stemma.identifiers;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** Names one event for ever. The client makes it before it sends (UUIDv7, RFC 9562 5.7). */
public record EventId(UUID uuid) implements Comparable<EventId> {

    @JsonCreator
    public static EventId of(String text) {
        try {
            UUID uuid = UUID.fromString(text);
            if (!uuid.toString().equals(text)) throw new IllegalArgumentException("not canonical");
            return new EventId(uuid);
        } catch (IllegalArgumentException notAnId) {
            throw new MalformedIdentifier(
                    "event_id_invalid",
                    "\"" + text + "\" is not an event id; send a lower-case UUIDv7");
        }
    }

    /**
     * Reads the id that a client made for an event of its own. Ids that the server derives are of
     * another version, so that none can be taken beforehand.
     */
    public static EventId sent(String text) {
        EventId id = of(text);
        if (id.uuid.version() == 7) return id;
        throw new MalformedIdentifier(
                "event_id_invalid",
                "\"" + text + "\" is a UUID of version " + id.uuid.version()
                        + "; send a lower-case UUIDv7");
    }

    /**
     * Returns the id of another event that is made together with this one (UUIDv7, of the same
     * moment). The same role always gives the same id.
     */
    public EventId beside(String role) {
        UUID other = derived("beside/" + role).uuid;
        long most = uuid.getMostSignificantBits() & 0xffff_ffff_ffff_0000L
                | 0x7000L
                | other.getMostSignificantBits() & 0xfffL;
        return new EventId(new UUID(most, other.getLeastSignificantBits()));
    }

    /**
     * Returns the id of an event that the server adds to this one. The same parent and role always
     * give the same id (UUIDv8, RFC 9562 5.8), so that a retried submission adds nothing twice.
     */
    public EventId derived(String role) {
        byte[] hash = sha256((uuid + "/" + role).getBytes(StandardCharsets.UTF_8));
        long most = 0;
        long least = 0;
        for (int i = 0; i < 8; i++) {
            most = most << 8 | hash[i] & 0xff;
            least = least << 8 | hash[8 + i] & 0xff;
        }
        most = most & 0xffff_ffff_ffff_0fffL | 0x8000L;
        least = least & 0x3fff_ffff_ffff_ffffL | 0x8000_0000_0000_0000L;
        return new EventId(new UUID(most, least));
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    /** Orders by the text of the id, which for UUIDv7 is the order of making. */
    @Override
    public int compareTo(EventId other) {
        int high = Long.compareUnsigned(
                uuid.getMostSignificantBits(), other.uuid.getMostSignificantBits());
        return high != 0
                ? high
                : Long.compareUnsigned(
                        uuid.getLeastSignificantBits(), other.uuid.getLeastSignificantBits());
    }

    @JsonValue
    @Override
    public String toString() {
        return uuid.toString();
    }
}
