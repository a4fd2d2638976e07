package stemma.ledger;

import stemma.audit.Audit;
import stemma.identifiers.EventId;
import stemma.ledger.store.LedgerStore;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Puts the answers in the order of the submissions, and leaves an audit entry of each refusal. */
final class Answers {
    private final LedgerStore store;
    private final Audit audit;
    private final AlreadyKnown known;
    private final Map<Submission, Answer> decided = new IdentityHashMap<>();

    Answers(
            LedgerStore store,
            Audit audit,
            AlreadyKnown known,
            List<Submission> submissions,
            List<Decision.Outcome> outcomes,
            List<Recorded> written) {
        this.store = store;
        this.audit = audit;
        this.known = known;
        int next = 0;
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i < outcomes.size(); i++) {
            switch (outcomes.get(i)) {
                case Decision.Outcome.Stands(var candidates) -> {
                    int end = next + candidates.size();
                    answers.add(new Answer.Appended(
                            List.copyOf(written.subList(next, end)), Answer.Novelty.NEW));
                    next = end;
                }
                case Decision.Outcome.Falls(var event, var why) ->
                    answers.add(new Answer.Refused(event, why));
                case Decision.Outcome.Repeats(int place) ->
                    answers.add(repetition(
                            submissions.get(i), submissions.get(place), answers.get(place)));
            }
            decided.put(submissions.get(i), answers.getLast());
        }
    }

    List<Answer> to(List<Submission> submissions) {
        List<Answer> answers = new ArrayList<>();
        for (Submission submission : submissions) {
            Answer answer =
                    decided.containsKey(submission) ? decided.get(submission) : earlier(submission);
            if (answer instanceof Answer.Refused refused) attempt(submission, refused);
            answers.add(answer);
        }
        return answers;
    }

    private Answer earlier(Submission submission) {
        Refusal reuse = known.reuse(submission);
        if (reuse != null) return refused(submission, reuse);
        List<EventId> ids =
                submission.events().stream().map(e -> e.event().id()).toList();
        return new Answer.Appended(store.readWithFollowers(ids), Answer.Novelty.REPEATED);
    }

    private static Answer repetition(Submission again, Submission first, Answer answer) {
        List<byte[]> before = first.events().stream().map(Submitted::digest).toList();
        List<byte[]> now = again.events().stream().map(Submitted::digest).toList();
        boolean same = before.size() == now.size();
        for (int i = 0; same && i < now.size(); i++)
            same = java.util.Arrays.equals(before.get(i), now.get(i));
        if (!same) {
            return refused(
                    again,
                    Refusal.of(
                            Rule.EVENT_ID_REUSED.code(),
                            "id",
                            "The request sends this id twice with other content; not recorded."));
        }
        return answer instanceof Answer.Appended appended
                ? new Answer.Appended(appended.events(), Answer.Novelty.REPEATED)
                : answer;
    }

    private static Answer.Refused refused(Submission submission, Refusal why) {
        return new Answer.Refused(submission.events().getFirst().event().id(), why);
    }

    private void attempt(Submission submission, Answer.Refused refused) {
        for (Submitted sent : submission.events()) {
            if (sent.event().id().equals(refused.event())) {
                audit.refused(
                        submission.author(),
                        "event " + refused.event(),
                        refused.why().code(),
                        EventJson.write(sent.event()));
                return;
            }
        }
    }
}
