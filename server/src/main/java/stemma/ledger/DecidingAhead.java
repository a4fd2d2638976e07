package stemma.ledger;

import stemma.ledger.store.Drafted;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/**
 * Decides a large append part by part: while one part is written, the next is decided and spelled
 * by another thread. That can be, since judges read nothing once they are open; but what a hold
 * reaches is read as it is decided, so that an append which has the plant alone is one part,
 * decided by its own thread.
 */
final class DecidingAhead {
    private static final int PART = 1_000;

    private final Decision decision;

    /** Submissions in their order, what becomes of them, and the events to be written for them. */
    record Part(
            List<Submission> submissions, List<Decision.Outcome> outcomes, List<Drafted> drafted) {
        /** What was sent is told already; what a room has filled in or added is told now. */
        Codes codes() {
            Map<Event, Codes> told = new IdentityHashMap<>();
            for (Submission submission : submissions)
                submission.events().forEach(sent -> told.put(sent.event(), sent.codes()));
            List<Codes> all = new ArrayList<>(drafted.size());
            for (Drafted one : drafted) {
                Event event = one.writing().candidate().event();
                Codes codes = told.get(event);
                all.add(codes == null ? Codes.of(event) : codes);
            }
            return Codes.of(all);
        }
    }

    DecidingAhead(Decision decision) {
        this.decision = decision;
    }

    /** Hands each part over as soon as it is decided and the one before it is written. */
    void each(List<Submission> submissions, Consumer<Part> written) {
        if (submissions.size() <= PART || submissions.stream().anyMatch(Submission::needsAlone)) {
            written.accept(decided(submissions));
            return;
        }
        CompletableFuture<Part> next = ahead(submissions, 0);
        for (int from = 0; from < submissions.size(); from += PART) {
            Part ready = joined(next);
            if (from + PART < submissions.size()) next = ahead(submissions, from + PART);
            written.accept(ready);
        }
    }

    private CompletableFuture<Part> ahead(List<Submission> submissions, int from) {
        int to = Math.min(from + PART, submissions.size());
        return CompletableFuture.supplyAsync(() -> decided(submissions.subList(from, to)));
    }

    private static Part joined(CompletableFuture<Part> part) {
        try {
            return part.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException why) throw why;
            throw failed;
        }
    }

    private Part decided(List<Submission> submissions) {
        List<Decision.Outcome> outcomes = decision.decide(submissions);
        List<Writing> writings = new ArrayList<>();
        for (int i = 0; i < outcomes.size(); i++) {
            if (outcomes.get(i) instanceof Decision.Outcome.Stands(var candidates)) {
                for (Candidate candidate : candidates)
                    writings.add(Writing.of(submissions.get(i), candidate));
            }
        }
        return new Part(submissions, outcomes, Drafted.all(writings));
    }
}
