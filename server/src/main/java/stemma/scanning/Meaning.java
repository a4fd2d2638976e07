package stemma.scanning;

import java.util.LinkedHashMap;
import java.util.SequencedMap;

/**
 * One thing that a scan means: its kind, whether the record knows it, a sentence about it as it is
 * now, whether to go on or to look, what it puts into which fields, and its page, if it has one.
 */
public record Meaning(
        ScanKind kind,
        Acquaintance acquaintance,
        String says,
        Tone tone,
        SequencedMap<String, String> fields,
        String address) {

    /** Whether the record knows it, or the text only says that it exists. */
    public enum Acquaintance {
        KNOWN,
        UNKNOWN
    }

    public Meaning {
        fields = new LinkedHashMap<>(fields);
    }

    /** Returns a thing that the record knows, of which only its code matters. */
    static Meaning known(ScanKind kind, String code, String says, String address) {
        return of(kind, Acquaintance.KNOWN, code, says, Tone.OK, address);
    }

    /** Returns a thing that the record does not know. */
    static Meaning unknown(ScanKind kind, String code, String says) {
        return of(kind, Acquaintance.UNKNOWN, code, says, Tone.CHECK, "");
    }

    /** Returns what names nothing here. */
    static Meaning nothing(String says) {
        return new Meaning(
                ScanKind.ITEM, Acquaintance.UNKNOWN, says, Tone.STOP, new LinkedHashMap<>(), "");
    }

    private static Meaning of(
            ScanKind kind,
            Acquaintance acquaintance,
            String code,
            String says,
            Tone tone,
            String address) {
        SequencedMap<String, String> fields = new LinkedHashMap<>();
        fields.put(kind.field(), code);
        return new Meaning(kind, acquaintance, says, tone, fields, address);
    }

    /** Returns this with more in its fields; what it says itself stays. */
    Meaning with(SequencedMap<String, String> more) {
        if (isNothing()) return this;
        SequencedMap<String, String> all = new LinkedHashMap<>(fields);
        more.forEach(all::putIfAbsent);
        return new Meaning(kind, acquaintance, says, tone, all, address);
    }

    /** Returns this as what may be new where it was scanned. */
    Meaning asNew() {
        String fresh = says.replace(" is not known here", " is new here");
        return new Meaning(kind, acquaintance, fresh, Tone.OK, fields, address);
    }

    /** Returns this as what was to be new and is not: somebody should look. */
    Meaning asKnownAlready() {
        return new Meaning(
                kind, acquaintance, "Already known: " + says, Tone.CHECK, fields, address);
    }

    /** Returns whether it puts nothing into any field. */
    boolean isNothing() {
        return fields.isEmpty();
    }

    boolean isKnown() {
        return acquaintance == Acquaintance.KNOWN;
    }
}
