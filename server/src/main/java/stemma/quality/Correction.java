package stemma.quality;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.EventId;
import stemma.journal.CanonicalJson;
import stemma.shell.Problem;
import stemma.shell.Refused;
import stemma.signatures.Credentials;
import stemma.signatures.Digest;
import stemma.signatures.Offered;
import stemma.signatures.Signature;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Locale;

/** Why a result came after its inspection was judged, and who signed that it does. */
public record Correction(Why why, Signature signature) {

    /** The reasons for which what was signed is changed. */
    public enum Why {
        MISREAD("misread or mistyped"),
        MISCALCULATED("reckoned wrongly"),
        WRONG_SAMPLE("another sample or lot was looked at"),
        INSTRUMENT_FAULT("the instrument was not in order"),
        METHOD_NOT_FOLLOWED("the method was not followed"),
        RETESTED("tested again"),
        FOUND_LATE("found after the judgement"),
        OTHER("other: the text says it");

        private final String words;

        Why(String words) {
            this.words = words;
        }

        /** Reads the word of a reason; any other is refused with {@code choice_unknown}. */
        public static Why of(String word) {
            for (Why why : values()) if (why.word().equals(word)) return why;
            throw new Refused(Problem.of(
                            "choice_unknown", 422, "\"" + word + "\" is none of the reasons here.")
                    .advising("Choose why what was signed is changed.")
                    .with("element", "why"));
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public String words() {
            return words;
        }
    }

    /** What a person gives for it before it is recorded. */
    public record Offer(Why why, Offered signature) {}

    /**
     * What a person sends for it: the reason, the digest of what was shown, the password, and the
     * code for sign-in where it is the first signature of a sitting.
     */
    public record Asked(Why why, String shown, @Nullable String signer, String password) {
        Credentials typed() {
            return new Credentials(signer == null ? "" : signer, password);
        }

        @Override
        public String toString() {
            return "Asked[" + why + "]";
        }
    }

    /** Returns the digest of what is signed: what the inspection said, and what is to change. */
    public static Digest digest(EventId inspection, String shown, Why why, List<Reading> readings) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("inspection", inspection.toString());
        json.put("shown", shown);
        json.put("why", why.word());
        ArrayNode results = json.putArray("results");
        for (Reading one : readings) {
            ObjectNode row = results.addObject();
            row.put("id", one.id().toString());
            row.put("characteristic", one.characteristic());
            row.put("sample", one.sample() == null ? 1 : one.sample());
            row.put("value", one.value().strip());
            if (one.reason() != null && !one.reason().isBlank())
                row.put("reason", one.reason().strip());
        }
        return Digest.of(CanonicalJson.bytes(json));
    }

    /** Returns why, in words: the reason of the list and the text, where there is one. */
    public String words(String text) {
        if (why == Why.OTHER) return text;
        return text.isEmpty() ? why.words() : why.words() + ": " + text;
    }
}
