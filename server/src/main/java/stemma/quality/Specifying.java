package stemma.quality;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import stemma.access.Caller;
import stemma.access.Permission;
import stemma.audit.Audit;
import stemma.catalog.Catalog;
import stemma.catalog.Item;
import stemma.identifiers.ItemCode;
import stemma.identifiers.LotNumber;
import stemma.journal.Author;
import stemma.journal.CanonicalJson;
import stemma.journal.WorldClock;
import stemma.ledger.Turns;
import stemma.quality.store.SpecificationTable;
import stemma.shell.Problem;
import stemma.shell.Refused;
import stemma.signatures.Credentials;
import stemma.signatures.Digest;
import stemma.signatures.Meaning;
import stemma.signatures.Offered;
import stemma.signatures.Signatures;

import tools.jackson.databind.node.ObjectNode;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Writes specifications, puts them in force over a signature, and retires them; each with its line
 * in the audit trail. Whoever puts one in force has the plant alone for a moment, so that it is
 * plain which births came before.
 */
public final class Specifying {
    private final TransactionTemplate transactions;
    private final Turns turns;
    private final Catalog catalog;
    private final Audit audit;
    private final Signatures signatures;
    private final WorldClock clock;
    private final SpecificationTable table;

    public Specifying(
            JdbcClient database,
            TransactionTemplate transactions,
            Catalog catalog,
            Audit audit,
            Signatures signatures,
            WorldClock clock) {
        this.transactions = transactions;
        this.turns = new Turns(database);
        this.catalog = catalog;
        this.audit = audit;
        this.signatures = signatures;
        this.clock = clock;
        this.table = new SpecificationTable(database);
    }

    /** Writes the draft of the next revision, in place of the draft there was. */
    public Specification write(Caller caller, WrittenSpecification written) {
        caller.require(Permission.MANAGE_MASTERS);
        return write(caller.author(), written);
    }

    /** Does so for an author who may. Refused with {@code item_unknown} and as its parts say. */
    public Specification write(Author author, WrittenSpecification written) {
        Item item = catalog.items(List.of(written.item())).get(written.item());
        if (item == null)
            throw new Refused(
                    Problem.of("item_unknown", 422, "There is no item " + written.item() + ".")
                            .with("element", "item"));
        return inTurn(Turns.Company.TOGETHER, item.code(), () -> {
            List<Specification> known = table.of(item.code());
            Specification last = known.isEmpty() ? null : known.getFirst();
            boolean isDraft = last != null && last.state() == Specification.State.DRAFT;
            int revision = last == null ? 1 : last.revision() + (isDraft ? 0 : 1);
            Specification draft = written.draft(revision, author.actor(), clock.now());
            table.put(draft);
            ObjectNode before = last != null && isDraft ? QualityJson.written(last) : null;
            record(author, "specification_written", draft, before, null);
            return draft;
        });
    }

    /** Returns the digest of what is signed when a revision is put in force. */
    public static Digest digest(Specification specification) {
        return Digest.of(CanonicalJson.bytes(
                QualityJson.written(specification).put("revision", specification.revision())));
    }

    /** Puts a draft in force over the caller's signature on what was shown. */
    public Specification force(
            Caller caller, ItemCode item, int revision, String shown, Credentials typed) {
        caller.require(Permission.JUDGE);
        Digest digest = new Digest(shown);
        return force(
                caller.author(),
                item,
                revision,
                signatures.offer(caller, typed, Meaning.APPROVED, digest));
    }

    /**
     * Puts a draft in force and retires the revision before it. Refused with
     * {@code specification_unknown}, {@code specification_not_draft},
     * {@code specification_changed}, or {@code specification_own} for whoever wrote it.
     */
    public Specification force(Author author, ItemCode item, int revision, Offered offered) {
        return inTurn(Turns.Company.ALONE, item, () -> {
            Specification draft = known(item, revision);
            if (draft.state() != Specification.State.DRAFT)
                throw refused(
                        "specification_not_draft",
                        draft.title() + " is " + draft.state().word() + ", no draft.",
                        "Write a new revision.");
            if (draft.writtenBy().equals(offered.signature().signer()))
                throw refused(
                        "specification_own",
                        "Whoever wrote a specification does not put it in force.",
                        "Have somebody else sign it.");
            if (!digest(draft).text().equals(offered.signature().digest()))
                throw refused(
                        "specification_changed",
                        draft.title() + " was changed since it was shown.",
                        "Look at it again and sign what it says now.");
            Instant now = clock.now();
            for (Specification one : table.of(item))
                if (one.state() == Specification.State.IN_FORCE)
                    table.stand(one.as(Specification.State.RETIRED, null, now));
            Specification stands = draft.as(Specification.State.IN_FORCE, offered.signature(), now);
            table.stand(stands);
            offered.give();
            record(author, "specification_in_force", stands, null, null);
            return stands;
        });
    }

    /** Retires the revision in force: lots born from now on open no inspection. */
    public Specification retire(Caller caller, ItemCode item, int revision, String reason) {
        caller.require(Permission.JUDGE);
        if (reason.isBlank())
            throw refused("reason_missing", "Say why it is retired.", "Write the reason.");
        return inTurn(Turns.Company.ALONE, item, () -> {
            Specification known = known(item, revision);
            if (known.state() != Specification.State.IN_FORCE)
                throw refused(
                        "specification_not_in_force",
                        known.title() + " is not in force.",
                        "Retire the revision that is.");
            Specification retired = known.as(Specification.State.RETIRED, null, clock.now());
            table.stand(retired);
            record(caller.author(), "specification_retired", retired, null, reason.strip());
            return retired;
        });
    }

    private Specification known(ItemCode item, int revision) {
        return table.find(item, revision)
                .orElseThrow(() -> Refused.of(
                        "specification_unknown",
                        404,
                        "There is no specification of " + item + ", revision " + revision + "."));
    }

    private void record(
            Author author,
            String action,
            Specification now,
            @Nullable ObjectNode before,
            @Nullable String reason) {
        ObjectNode after = QualityJson.written(now)
                .put("revision", now.revision())
                .put("state", now.state().word());
        String subject = now.item().code() + "/" + now.revision();
        audit.record(author, action, subject, before, after, reason);
    }

    private Specification inTurn(
            Turns.Company company, ItemCode item, java.util.function.Supplier<Specification> act) {
        Specification done = transactions.execute(_ -> {
            turns.enter(company);
            turns.take(Set.of("specification:" + LotNumber.normal(item.code())));
            return act.get();
        });
        return java.util.Objects.requireNonNull(done);
    }

    private static Refused refused(String code, String sentence, String advice) {
        return new Refused(Problem.of(code, 409, sentence).advising(advice));
    }
}
