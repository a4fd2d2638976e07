package stemma.audit;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import stemma.audit.store.TrailTable;
import stemma.identifiers.EventIds;
import stemma.journal.Author;
import stemma.journal.Draft;
import stemma.journal.Entry;
import stemma.journal.EntryKind;
import stemma.journal.Invariant;
import stemma.journal.Journal;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The audit trail: every change of a master, a person or a paper, and every refused attempt. Its
 * lines are entries of the journal and are sealed with the events.
 */
public final class Audit {
    private static final byte[] NO_DIGEST = {};
    private static final long REBUILT_AT_ONCE = 2_000;

    private final Journal journal;
    private final EventIds ids;
    private final TrailTable trail;
    private final TransactionTemplate transaction;

    public Audit(Journal journal, EventIds ids) {
        this.journal = journal;
        this.ids = ids;
        this.trail = new TrailTable(journal.app());
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(journal.app()));
    }

    /**
     * Records a change in the transaction that makes it, so that neither is there without the
     * other. The action is a stable word such as {@code item_changed}, the subject the code of what
     * was changed. Refuses numbers without exact form ({@code number_not_exact}).
     */
    public Entry record(
            Author author,
            String action,
            String subject,
            @Nullable JsonNode before,
            @Nullable JsonNode after,
            @Nullable String reason) {
        byte[] body = AuditBody.changed(action, subject, before, after, reason);
        Entry entry = append(author, body);
        trail.add(entry, author.actor(), action, subject, null);
        return entry;
    }

    /**
     * Records a refused attempt, whatever it was: in the caller's transaction, or in its own where
     * the caller's has been rolled back. {@code what} is what it was about, such as an event's id.
     */
    public Entry refused(Author author, String what, String code, JsonNode attempt) {
        return keep(author, what, code, Attempt.of(attempt));
    }

    /** Records a refused attempt that was no JSON at all. */
    public Entry refused(Author author, String what, String code, String attempt) {
        return keep(author, what, code, Attempt.of(attempt));
    }

    private Entry keep(Author author, String what, String code, JsonNode attempt) {
        byte[] body = AuditBody.refused(what, code, attempt);
        return transaction.execute(status -> {
            Entry entry = append(author, body);
            trail.add(entry, author.actor(), AuditBody.REFUSED, what, code);
            return entry;
        });
    }

    private Entry append(Author author, byte[] body) {
        Draft draft = new Draft(EntryKind.AUDIT, ids.next().uuid(), NO_DIGEST, author, body);
        return journal.append(List.of(draft)).getFirst();
    }

    /** Computes by what the trail is searched from the journal alone; for a restored one. */
    public void rebuild() {
        long size = journal.sealed().size();
        for (long from = 0; from < size; from += REBUILT_AT_ONCE) {
            List<TrailTable.Line> lines = new ArrayList<>();
            journal.eachSealed(from, Math.min(size, from + REBUILT_AT_ONCE), leaf -> {
                if (leaf.entry().kind() == EntryKind.AUDIT) lines.add(line(leaf.entry()));
            });
            if (!lines.isEmpty()) trail.addAll(lines);
        }
    }

    static TrailTable.Line line(Entry entry) {
        AuditEntry read = AuditBody.read(entry);
        String refusal = switch (read) {
            case AuditEntry.Refused refused -> refused.code();
            case AuditEntry.Changed _ -> null;
        };
        return new TrailTable.Line(
                entry, read.author().actor(), read.action(), read.subject(), refusal);
    }

    /** Returns that the trail is what was sealed. */
    public Invariant invariant() {
        return new TrailTellsEntries(journal, trail);
    }

    /** Returns all changes of these subjects, newest first. */
    public List<AuditEntry> changes(Collection<String> subjects) {
        if (subjects.isEmpty()) return List.of();
        List<Long> seqs = trail.changes(subjects);
        return journal.read(seqs).reversed().stream().map(AuditBody::read).toList();
    }

    /** Returns a page of the trail, newest first. */
    public TrailPage trail(TrailQuery query) {
        List<Long> seqs = trail.find(query);
        List<AuditEntry> entries =
                journal.read(seqs).reversed().stream().map(AuditBody::read).toList();
        boolean full = seqs.size() == query.limit();
        return new TrailPage(entries, full ? Optional.of(seqs.getLast()) : Optional.empty());
    }
}
