package stemma.journal;

import stemma.identifiers.ActorId;

import tools.jackson.databind.JsonNode;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.UUID;

/**
 * The server's part of an entry's bytes: who recorded it, when, under which number and id. The
 * digest stands in it too, so that a restored journal still knows a repetition.
 */
public record Envelope(
        long seq, EntryKind kind, UUID id, byte[] digest, Instant recordedAt, Author author) {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    public Envelope {
        recordedAt = recordedAt.truncatedTo(ChronoUnit.MICROS);
    }

    /** Returns the canonical bytes; members stand in the order that RFC 8785 asks for. */
    public byte[] bytes() {
        CanonicalText text = new CanonicalText();
        text.raw("{\"actor\":").string(author.actor().code());
        text.raw(",\"device\":").string(author.device());
        if (digest.length > 0) text.raw(",\"digest\":").string(HexFormat.of().formatHex(digest));
        text.raw(",\"id\":\"").raw(id.toString());
        text.raw("\",\"kind\":\"").raw(kind.word());
        text.raw("\",\"recordedAt\":\"").raw(moment(recordedAt));
        text.raw("\",\"seq\":\"").raw(Long.toString(seq));
        text.raw("\",\"session\":").string(author.session()).raw("}");
        return text.bytes();
    }

    /** Returns the envelope that the bytes hold; refuses bytes that are not one, to the byte. */
    public static Envelope read(byte[] bytes) {
        JsonNode node = CanonicalJson.read(bytes);
        try {
            Envelope envelope = of(node);
            if (!java.util.Arrays.equals(envelope.bytes(), bytes))
                throw new IllegalArgumentException("not canonical");
            return envelope;
        } catch (RuntimeException foreign) {
            throw new IllegalArgumentException("these bytes are not an envelope: " + node, foreign);
        }
    }

    private static Envelope of(JsonNode node) {
        JsonNode digest = node.path("digest");
        return new Envelope(
                Long.parseLong(text(node, "seq")),
                EntryKind.ofWord(text(node, "kind")),
                UUID.fromString(text(node, "id")),
                HexFormat.of().parseHex(digest.isString() ? digest.stringValue() : ""),
                Instant.parse(text(node, "recordedAt")),
                new Author(
                        ActorId.of(text(node, "actor")),
                        text(node, "session"),
                        text(node, "device")));
    }

    private static String text(JsonNode node, String member) {
        return node.path(member).stringValue();
    }

    /** Returns a moment as the journal writes it: UTC, always six decimals. */
    static String moment(Instant moment) {
        return MOMENT.format(moment);
    }
}
