package stemma.scenario;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.EventId;
import stemma.ledger.Claim;
import stemma.ledger.Evidence;
import stemma.ledger.Reason;

import java.util.ArrayList;
import java.util.List;

/**
 * How an act is told, whatever the act: as intent or report, when it happened and was recorded,
 * why, by whom and signed by whom in which meaning, told at which site, how it is known, what
 * touched the material, and by which name later sentences call it. The id is given only where an
 * act is told under the id of another.
 */
record Manner(
        Claim claim,
        @Nullable When at,
        @Nullable When recordedAt,
        @Nullable Reason reason,
        @Nullable String signer,
        @Nullable String meaning,
        @Nullable String site,
        @Nullable String author,
        @Nullable String label,
        @Nullable Evidence evidence,
        List<Touch> touched,
        @Nullable EventId id) {

    /** A resource that touched the material, in a role, at a revision. */
    record Touch(String resource, String role, @Nullable String revision) {}

    Manner {
        touched = List.copyOf(touched);
    }

    /** Reads every clause that follows an act's own words, in any order. */
    static Manner read(Words words, Claim claim) {
        Clauses clauses = new Clauses();
        while (!words.atEnd() && !words.is(";")) clauses.read(words);
        return new Manner(
                claim,
                clauses.at,
                clauses.recordedAt,
                clauses.reason,
                clauses.signer,
                clauses.meaning,
                clauses.site,
                clauses.author,
                clauses.label,
                clauses.evidence,
                clauses.touched,
                null);
    }

    Manner under(EventId other) {
        return new Manner(
                claim,
                at,
                recordedAt,
                reason,
                signer,
                meaning,
                site,
                author,
                label,
                evidence,
                touched,
                other);
    }

    Manner as(Claim other) {
        return new Manner(
                other,
                at,
                recordedAt,
                reason,
                signer,
                meaning,
                site,
                author,
                label,
                evidence,
                touched,
                id);
    }

    Manner signedBy(String person) {
        return new Manner(
                claim,
                at,
                recordedAt,
                reason,
                signer == null ? person : signer,
                meaning,
                site,
                person,
                label,
                evidence,
                touched,
                id);
    }

    Evidence evidenceOr(Evidence usual) {
        return evidence == null ? usual : evidence;
    }

    /** The clauses gathered so far. */
    private static final class Clauses {
        private @Nullable When at;
        private @Nullable When recordedAt;
        private @Nullable Reason reason;
        private @Nullable String signer;
        private @Nullable String meaning;
        private @Nullable String site;
        private @Nullable String author;
        private @Nullable String label;
        private @Nullable Evidence evidence;
        private final List<Touch> touched = new ArrayList<>();

        void read(Words words) {
            if (words.take("recorded", "at")) recordedAt = When.readTime(words);
            else if (words.take("at")) at = When.readTime(words);
            else if (words.take("on")) at = When.readDays(words);
            else if (words.take("because")) reason = reason(words);
            else if (words.take("signed", "by")) signer = words.next("a person");
            else if (words.take("meaning")) meaning = words.next("a meaning such as reviewed");
            else if (words.take("told", "at")) site = words.next("a site");
            else if (words.take("by")) author = words.next("a person");
            else if (words.take("as")) label = words.next("a name");
            else if (words.take("using")) touched.add(touch(words));
            else evidence = evidence(words);
        }

        private static Reason reason(Words words) {
            if (words.isQuoted()) return new Reason("other", words.next("a reason"));
            String code = words.next("a reason such as foreign_body");
            return new Reason(code, words.isQuoted() ? words.next("a text") : "");
        }

        private static Touch touch(Words words) {
            String resource = words.next("a resource");
            String role = words.take("role") ? words.next("a role") : "equipment";
            return new Touch(
                    resource, role, words.take("revision") ? words.next("a revision") : null);
        }

        private static Evidence evidence(Words words) {
            for (Evidence evidence : Evidence.values()) {
                if (words.take(evidence.name().toLowerCase(java.util.Locale.ROOT))) return evidence;
            }
            throw words.wrong(
                    "expected at, on, recorded at, because, signed by, meaning, told at, by, as,"
                            + " using, or how it is known (scanned, keyed, imported, derived,"
                            + " assumed, unknown),");
        }
    }
}
