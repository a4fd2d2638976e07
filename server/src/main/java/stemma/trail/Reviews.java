package stemma.trail;

import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import stemma.access.Caller;
import stemma.access.Permission;
import stemma.audit.Audit;
import stemma.audit.AuditEntry;
import stemma.audit.TrailQuery;
import stemma.identifiers.ActorId;
import stemma.journal.Journal;
import stemma.shell.Problem;
import stemma.shell.Refused;
import stemma.signatures.Credentials;
import stemma.signatures.Digest;
import stemma.signatures.Meaning;
import stemma.signatures.Offered;
import stemma.signatures.Signature;
import stemma.signatures.Signatures;
import stemma.signatures.Verdict;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Reviews of the trail by signature, each an entry of the trail itself: a slice up to a sealed size
 * is signed, and what came after it is told apart. Refused with {@code permission_missing},
 * {@code review_outdated} where the slice is no longer the one shown, or as {@link Signatures}
 * says.
 */
public final class Reviews {
    private static final String ACTION = "trail_reviewed";
    private final Trail trail;
    private final Journal journal;
    private final Audit audit;
    private final Signatures signatures;
    private final TransactionTemplate transactions;

    Reviews(Trail trail, Journal journal, Audit audit, Signatures signatures) {
        this.trail = trail;
        this.journal = journal;
        this.audit = audit;
        this.signatures = signatures;
        this.transactions =
                new TransactionTemplate(new DataSourceTransactionManager(journal.app()));
    }

    /** Returns what a reviewer would sign now: the slice up to what is sealed. */
    public Statement now(Caller caller, TrailQuestion question, String words) {
        return statement(caller, question, words, journal.sealed().size());
    }

    /** Returns what the slice says that begins with so many sealed entries. */
    private Statement statement(
            Caller caller, TrailQuestion question, String words, long sealedSize) {
        var hash = Digest.running();
        long[] lines = new long[1];
        trail.each(caller, question, line -> {
            if (!line.isWithin(sealedSize)) return;
            hash.update(HexFormat.of().parseHex(line.leaf()));
            lines[0]++;
        });
        return new Statement(words, sealedSize, lines[0], HexFormat.of().formatHex(hash.digest()));
    }

    /** Signs the slice that was shown, up to its sealed size. */
    public Review sign(Caller caller, TrailQuestion question, Statement shown, Credentials typed) {
        caller.require(Permission.SIGN);
        if (!caller.grants().mayEverywhere(Permission.SEE_AUDIT))
            throw new Refused(Caller.missing(Permission.SEE_AUDIT)
                    .advising("Only who sees the trail of every site reviews it."));
        if (!statement(caller, question, shown.question(), shown.sealedSize()).equals(shown))
            throw new Refused(
                    Problem.of("review_outdated", 409, "This is not the slice that was shown.")
                            .notRecording("Nothing was signed.")
                            .advising("Open the review again and sign what it shows."));
        Offered offered =
                signatures.offer(caller, typed, Meaning.REVIEWED, Digest.of(shown.bytes()));
        Review review = new Review(shown, offered.signature());
        transactions.executeWithoutResult(status -> {
            offered.give();
            audit.record(
                    caller.author(), ACTION, subject(shown.question()), null, json(review), null);
        });
        return review;
    }

    /** Returns the last review of the question, if there was one. */
    public Optional<Review> last(String words) {
        TrailQuery query = TrailQuery.all().doing(ACTION).of(subject(words)).limit(1);
        return audit.trail(query).entries().stream()
                .map(Reviews::review)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Tells whether the signature was given here and the slice is still the one signed. */
    public Verdict verify(Caller caller, TrailQuestion question, Review review) {
        Statement signed = review.statement();
        Statement today = statement(caller, question, signed.question(), signed.sealedSize());
        return signatures.verify(review.signature(), today.bytes());
    }

    private static String subject(String words) {
        return "trail of " + words;
    }

    private static ObjectNode json(Review review) {
        Statement statement = review.statement();
        ObjectNode told = JsonNodeFactory.instance.objectNode();
        told.put("question", statement.question());
        told.put("sealedSize", Long.toString(statement.sealedSize()));
        told.put("lines", Long.toString(statement.lines()));
        told.put("digest", statement.digest());
        Signature signature = review.signature();
        told.putObject("signature")
                .put("signer", signature.signer().code())
                .put("name", signature.name())
                .put("meaning", signature.meaning())
                .put("at", signature.at().toString())
                .put("digest", signature.digest());
        return told;
    }

    private static Optional<Review> review(AuditEntry entry) {
        if (!(entry instanceof AuditEntry.Changed changed) || changed.after() == null)
            return Optional.empty();
        JsonNode told = changed.after();
        JsonNode signed = told.path("signature");
        return Optional.of(new Review(
                new Statement(
                        told.path("question").asString(),
                        Long.parseLong(told.path("sealedSize").asString()),
                        Long.parseLong(told.path("lines").asString()),
                        told.path("digest").asString()),
                new Signature(
                        ActorId.of(signed.path("signer").asString()),
                        signed.path("name").asString(),
                        signed.path("meaning").asString(),
                        Instant.parse(signed.path("at").asString()),
                        signed.path("digest").asString())));
    }
}
