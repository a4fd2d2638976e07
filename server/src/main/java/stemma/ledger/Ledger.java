package stemma.ledger;

import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

import stemma.audit.Audit;
import stemma.identifiers.EventId;
import stemma.journal.Entry;
import stemma.journal.EntryKind;
import stemma.journal.IdTaken;
import stemma.journal.Invariant;
import stemma.journal.Journal;
import stemma.journal.WorldClock;
import stemma.ledger.store.LedgerStore;
import stemma.ledger.store.SpelledMeanwhile;
import stemma.ledger.store.SpellingTable;
import stemma.signatures.Offered;
import stemma.signatures.Signature;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The one door to the record of what happened. Submissions go in; each is appended whole or refused
 * whole, and a refusal leaves nothing but an audit entry of the attempt.
 */
public final class Ledger {
    private static final int TRIES = 12;
    private static final int WIDENINGS = 5;
    private static final int SPELLED_ALONE = 100;
    private static final int SERIALS_TOGETHER = 10_000;
    private static final int REBUILT_AT_ONCE = 2_000;

    private final TransactionTemplate transactions;
    private final Audit audit;
    private final WorldClock clock;
    private final LedgerStore store;
    private final SpellingTable spellings;
    private final Turns turns;
    private final List<Guard> guards;
    private final List<Projection> projections;
    private final GroupCommit together = new GroupCommit(this::written);

    public Ledger(
            JdbcClient database,
            TransactionTemplate transactions,
            Journal journal,
            Audit audit,
            WorldClock clock,
            List<Guard> guards,
            List<Projection> projections) {
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
        this.store = new LedgerStore(database, journal);
        this.spellings = new SpellingTable(database);
        this.turns = new Turns(database);
        this.guards = List.copyOf(guards);
        this.projections = List.copyOf(projections);
    }

    /** Appends or refuses one submission. */
    public Answer append(Submission submission) {
        return append(List.of(submission)).getFirst();
    }

    /**
     * Appends or refuses each submission by itself, in their order: in one transaction, but that a
     * correction of an event of the same request begins the next. Few of them go together with
     * those of others who ask at the same time.
     */
    public List<Answer> append(List<Submission> submissions) {
        boolean byThemselves = submissions.size() > GroupCommit.FEW
                || TransactionSynchronizationManager.isActualTransactionActive()
                || submissions.stream().anyMatch(Submission::needsAlone)
                || submissions.stream().mapToLong(Submission::serials).sum() > SERIALS_TOGETHER;
        return byThemselves ? written(submissions) : together.append(submissions);
    }

    private List<Answer> written(List<Submission> submissions) {
        List<Answer> answers = new ArrayList<>(submissions.size());
        for (List<Submission> together : apart(submissions)) {
            answers.addAll(retrying(() -> transactions.execute(t -> decideAndWrite(together, t))));
        }
        List<Recorded> fresh = new ArrayList<>();
        for (Answer answer : answers) {
            if (answer instanceof Answer.Appended(var events, var novelty)
                    && novelty == Answer.Novelty.NEW) {
                fresh.addAll(events);
            }
        }
        for (Projection projection : projections) settle(projection, fresh);
        return answers;
    }

    private void project(List<Recorded> recorded) {
        Appended appended = new Appended(recorded);
        for (Projection projection : projections) projection.project(appended);
    }

    /** What was appended stands, so that whoever stood in the way of settling it is waited for. */
    private static void settle(Projection projection, List<Recorded> fresh) {
        retrying(() -> {
            projection.settle(fresh);
            return fresh;
        });
    }

    private static List<List<Submission>> apart(List<Submission> submissions) {
        List<List<Submission>> parts = new ArrayList<>();
        List<Submission> part = new ArrayList<>();
        Set<EventId> inPart = new HashSet<>();
        for (Submission submission : submissions) {
            boolean corrects = corrected(List.of(submission)).stream().anyMatch(inPart::contains);
            if (corrects) {
                parts.add(part);
                part = new ArrayList<>();
                inPart.clear();
            }
            part.add(submission);
            inPart.addAll(ids(List.of(submission)));
        }
        if (!part.isEmpty()) parts.add(part);
        return parts;
    }

    /**
     * Computes all that rooms keep beside the journal from the journal alone, into empty tables;
     * for a restored ledger. Events are told in the order of their positions, in bounded batches.
     */
    public void rebuild(Journal journal) {
        rebuild(journal, REBUILT_AT_ONCE);
    }

    /** Does so with batches of that many entries. */
    public void rebuild(Journal journal, int atOnce) {
        long size = journal.sealed().size();
        Rebuilding waiting = new Rebuilding();
        for (long from = 0; from < size; from += atOnce) {
            List<Entry> entries = new ArrayList<>();
            journal.eachSealed(from, Math.min(size, from + atOnce), leaf -> {
                if (leaf.entry().kind() == EntryKind.EVENT) entries.add(leaf.entry());
            });
            transactions.executeWithoutResult(_ -> {
                List<Recorded> read = store.reindex(entries);
                spellings.restore(
                        Codes.of(read.stream().map(r -> Codes.of(r.event())).toList()));
                project(waiting.completedBy(read));
            });
        }
        transactions.executeWithoutResult(_ -> project(waiting.completedBy(List.of())));
        projections.forEach(Projection::settleAll);
    }

    /** Says what would become of a submission, and records nothing at all. */
    public Answer consider(Submission submission) {
        return retrying(() -> transactions.execute(status -> {
            status.setRollbackOnly();
            return decideAndWrite(List.of(submission), status).getFirst();
        }));
    }

    /** Says the same of several submissions, each as if those before it stood. */
    public List<Answer> consider(List<Submission> submissions) {
        if (submissions.isEmpty()) return List.of();
        return retrying(() -> transactions.execute(status -> {
            status.setRollbackOnly();
            return decideAndWrite(submissions, status);
        }));
    }

    /** Returns that the rows of all rooms are what the events say, and signed by whom they say. */
    public Invariant invariant(Journal journal, Predicate<Signature> isGiven) {
        return new TablesTellEvents(journal, store, isGiven, projections);
    }

    /** Returns an event as it stands, or none. */
    public Optional<Recorded> event(EventId id) {
        return store.read(List.of(id)).stream().findFirst();
    }

    /** Returns events by their seqs, in that order; unknown ones are left out. */
    public List<Recorded> events(Collection<Long> seqs) {
        return store.ofSeqs(seqs);
    }

    /** Returns the reading side: histories, documents, violations. */
    public History history() {
        return store;
    }

    private List<Answer> decideAndWrite(List<Submission> sent, TransactionStatus status) {
        turns.planOnce();
        SpellingTable.Spelt spelling = spellings.of(Codes.of(sent.stream()
                .flatMap(s -> s.events().stream())
                .map(Submitted::codes)
                .toList()));
        List<Submission> submissions = spelling.agrees() ? sent : spelled(sent, spelling);
        AlreadyKnown known = new AlreadyKnown(store.known(ids(submissions)));
        List<Submission> fresh = submissions.stream().filter(known::isNew).toList();
        Set<EventId> corrected = corrected(fresh);
        Map<EventId, Standing> standing = lockAll(fresh, corrected, status);
        AlreadyKnown certain = new AlreadyKnown(store.known(ids(submissions)));
        List<Candidate> candidates = candidates(fresh, new Originals(standing));
        Instant now = clock.now();
        List<Guard.Judge> judges = open(candidates, now);
        List<Submission> undecided = fresh.stream().filter(certain::isNew).toList();
        Decision decision = new Decision(judges, new Originals(standing));
        List<Decision.Outcome> outcomes = new ArrayList<>(undecided.size());
        List<Recorded> written = new ArrayList<>(undecided.size());
        new DecidingAhead(decision).each(undecided, ready -> {
            spellings.keep(ready.codes(), spelling);
            List<Recorded> recorded = store.write(ready.drafted());
            project(recorded);
            outcomes.addAll(ready.outcomes());
            written.addAll(recorded);
        });
        give(undecided, outcomes);
        return new Answers(store, audit, certain, undecided, outcomes, written).to(submissions);
    }

    private static void give(List<Submission> submissions, List<Decision.Outcome> outcomes) {
        for (int i = 0; i < outcomes.size(); i++) {
            if (outcomes.get(i) instanceof Decision.Outcome.Stands)
                submissions.get(i).offered().forEach(Offered::give);
        }
    }

    private static List<Submission> spelled(List<Submission> sent, Spelling spelling) {
        boolean isMany = sent.size() > SPELLED_ALONE;
        return (isMany ? sent.parallelStream() : sent.stream())
                .map(s -> s.spelled(spelling))
                .toList();
    }

    private List<Guard.Judge> open(List<Candidate> candidates, Instant now) {
        List<Guard.Judge> judges = new ArrayList<>();
        for (Guard guard : guards) {
            judges.add(guard.open(candidates, now, new Guard.Bench() {
                @Override
                public <J extends Guard.Judge> J judge(Class<J> kind) {
                    return judges.stream()
                            .filter(kind::isInstance)
                            .map(kind::cast)
                            .findFirst()
                            .orElseThrow();
                }
            }));
        }
        return judges;
    }

    /** Locks grow until what must be locked, read again under the locks, is all locked. */
    private Map<EventId, Standing> lockAll(
            List<Submission> fresh, Set<EventId> corrected, TransactionStatus status) {
        Set<String> keys = new TreeSet<>();
        corrected.forEach(id -> keys.add("event:" + id));
        List<Candidate> asSent = candidates(fresh, new Originals(store.standing(corrected)));
        for (Guard guard : guards) keys.addAll(guard.locks(asSent));
        for (Guard guard : guards) keys.addAll(guard.locksFound(asSent));
        boolean alone = fresh.stream().anyMatch(Submission::needsAlone);
        turns.enter(alone ? Turns.Company.ALONE : Turns.Company.TOGETHER);
        for (int round = 0; round < WIDENINGS; round++) {
            Object before = status.createSavepoint();
            turns.take(keys);
            Map<EventId, Standing> standing = store.standing(corrected);
            Set<String> again = locked(fresh, corrected, asSent, standing);
            if (keys.containsAll(again)) return standing;
            status.rollbackToSavepoint(before);
            keys.addAll(again);
        }
        throw new IdTaken(0);
    }

    /** What events say of their locks changes only where they correct others. */
    private Set<String> locked(
            List<Submission> fresh,
            Set<EventId> corrected,
            List<Candidate> asSent,
            Map<EventId, Standing> standing) {
        Set<String> keys = new HashSet<>();
        List<Candidate> candidates =
                corrected.isEmpty() ? asSent : candidates(fresh, new Originals(standing));
        if (candidates != asSent) for (Guard guard : guards) keys.addAll(guard.locks(candidates));
        for (Guard guard : guards) keys.addAll(guard.locksFound(candidates));
        return keys;
    }

    private static List<Candidate> candidates(List<Submission> submissions, Originals originals) {
        return submissions.stream()
                .flatMap(s -> s.events().stream())
                .map(e -> originals.read(e.event()))
                .flatMap(r -> r instanceof Originals.Reading.Fit fit
                        ? Stream.of(fit.candidate())
                        : Stream.empty())
                .toList();
    }

    private static Set<EventId> corrected(List<Submission> submissions) {
        Set<EventId> ids = new TreeSet<>();
        for (Submission submission : submissions) {
            for (Submitted submitted : submission.events()) {
                if (submitted.event() instanceof Event.Corrected c) ids.add(c.corrects());
            }
        }
        return ids;
    }

    private static List<EventId> ids(List<Submission> submissions) {
        return submissions.stream()
                .flatMap(s -> s.events().stream())
                .map(e -> e.event().id())
                .toList();
    }

    /** A deadlock or an id taken meanwhile is tried again, a bounded number of times, unseen. */
    private static <T> T retrying(Supplier<@org.jspecify.annotations.Nullable T> work) {
        for (int tries = 1; ; tries++) {
            try {
                T done = work.get();
                if (done == null) throw new IllegalStateException("a transaction answers");
                return done;
            } catch (IdTaken | SpelledMeanwhile | PessimisticLockingFailureException again) {
                if (tries == TRIES) throw again;
            }
        }
    }
}
