package stemma.certificates;

import stemma.identifiers.ActorId;

import java.time.Instant;

/** What somebody found out about a paper, when, and how: by asking its issuer, for example. */
public record Verification(Outcome outcome, String how, ActorId by, Instant at) {
    /** What was found; the latest tells. */
    public enum Outcome {
        /** The issuer stands by it. */
        CONFIRMED("confirmed by its issuer"),
        /** The issuer does not know it, or it says what is not so. */
        REFUTED("refuted"),
        /** It was good and is withdrawn. */
        REVOKED("revoked");

        private final String words;

        Outcome(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }
}
