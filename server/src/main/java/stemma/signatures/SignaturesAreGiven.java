package stemma.signatures;

import stemma.audit.Audit;
import stemma.audit.AuditEntry;
import stemma.audit.TrailQuery;
import stemma.journal.Finding;
import stemma.journal.Invariant;
import stemma.signatures.store.SignatureStore;

import java.util.List;
import java.util.function.Consumer;

/**
 * That each signature that is kept was given: an entry of the audit trail, sealed with the rest,
 * says by whom, when, in which meaning, and of which content.
 */
final class SignaturesAreGiven implements Invariant {
    private static final int AT_ONCE = 100;

    private final SignatureStore store;
    private final Audit audit;

    SignaturesAreGiven(SignatureStore store, Audit audit) {
        this.store = store;
        this.audit = audit;
    }

    @Override
    public String word() {
        return "signatures_are_given";
    }

    @Override
    public String sentence() {
        return "Each signature is the one that was given, of the content that was shown.";
    }

    @Override
    public Slice look(String after, Consumer<Finding> findings) {
        long from = after.isEmpty() ? 0 : Long.parseLong(after);
        List<SignatureStore.Row> rows = store.some(from, AT_ONCE);
        for (SignatureStore.Row row : rows) {
            if (!isGiven(row.signature()))
                findings.accept(Finding.of(
                        "signature_not_given",
                        "no sealed entry says that " + row.signature().signer().code() + " signed "
                                + row.signature().digest() + " as "
                                + row.signature().meaning() + " at "
                                + row.signature().at()));
        }
        if (rows.size() < AT_ONCE) return Slice.end(rows.size());
        return Slice.more(Long.toString(rows.getLast().id()), rows.size());
    }

    private boolean isGiven(Signature signature) {
        TrailQuery query = TrailQuery.all()
                .of("digest " + signature.digest())
                .by(signature.signer())
                .doing("signed")
                .limit(TrailQuery.MOST);
        return audit.trail(query).entries().stream()
                .filter(AuditEntry.Changed.class::isInstance)
                .map(AuditEntry.Changed.class::cast)
                .anyMatch(entry -> Signatures.sealed(signature).equals(entry.after()));
    }
}
