package stemma.ledger;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.EventId;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The pure core of the one door: submissions and judges in, outcomes out. A single scan, a request
 * of many and a file import pass through here alike; there is no second implementation of any rule.
 */
final class Decision {
    private final List<Guard.Judge> judges;
    private final Originals originals;
    private final Map<EventId, Integer> decided = new HashMap<>();
    private int place;

    /** What becomes of one submission. */
    sealed interface Outcome {
        /** Its events stand, with those that follow them, in this order. */
        record Stands(List<Candidate> candidates) implements Outcome {}

        /** Nothing of it stands. */
        record Falls(EventId event, Refusal why) implements Outcome {}

        /** It repeats the submission at that place of the same request. */
        record Repeats(int place) implements Outcome {}
    }

    Decision(List<Guard.Judge> judges, Originals originals) {
        this.judges = judges;
        this.originals = originals;
    }

    /**
     * Decides submissions in their order, after those that it has decided before; each is judged as
     * if those that stand before it had happened.
     */
    List<Outcome> decide(List<Submission> submissions) {
        List<Outcome> outcomes = new ArrayList<>(submissions.size());
        for (Submission submission : submissions) {
            outcomes.add(decide(submission));
            place++;
        }
        return outcomes;
    }

    private Outcome decide(Submission submission) {
        EventId first = submission.events().getFirst().event().id();
        Integer earlier = decided.get(first);
        if (earlier != null) return new Outcome.Repeats(earlier);
        judges.forEach(Guard.Judge::mark);
        judges.forEach(judge -> judge.hears(submission.author().actor()));
        List<Candidate> standing = new ArrayList<>();
        for (Submitted submitted : submission.events()) {
            Refusal refusal = judge(submitted.event(), standing);
            if (refusal != null) {
                judges.forEach(Guard.Judge::forget);
                return new Outcome.Falls(submitted.event().id(), refusal);
            }
        }
        for (Submitted submitted : submission.events())
            decided.put(submitted.event().id(), place);
        return new Outcome.Stands(standing);
    }

    private @Nullable Refusal judge(Event event, List<Candidate> standing) {
        Originals.Reading reading = originals.read(event);
        if (reading instanceof Originals.Reading.Unfit unfit) return unfit.why();
        Candidate candidate = complete(((Originals.Reading.Fit) reading).candidate());
        List<Violation> violations = new ArrayList<>();
        for (Guard.Judge judge : judges) {
            violations.addAll(judge.violations(candidate));
            if (Rule.anyOf(Rule.Nature.MALFORMED, violations)) break;
        }
        violations.sort(Rule.PRECEDENCE);
        if (refuses(candidate, violations)) return refusal(violations);
        Candidate standingEvent = candidate;
        if (!violations.isEmpty()) {
            violations.addAll(unanswered(event, violations));
            standingEvent = new Candidate(
                    candidate.event().under(event.circumstances().violating(violations)),
                    candidate.effect(),
                    candidate.undone());
        }
        stand(standingEvent, violations, standing);
        return null;
    }

    private Candidate complete(Candidate candidate) {
        Candidate completed = candidate;
        for (Guard.Judge judge : judges) {
            Event effect = completed.effect();
            Event fuller = judge.complete(completed);
            if (effect == null || fuller == null) return completed;
            if (!fuller.equals(effect)) completed = completed.saying(fuller);
        }
        return completed;
    }

    /** A report is kept whatever it breaks, if it states a fact; a decision is none. */
    private static boolean refuses(Candidate candidate, List<Violation> violations) {
        return Rule.anyOf(Rule.Nature.MALFORMED, violations)
                || !violations.isEmpty() && !candidate.event().circumstances().isReport()
                || candidate.isDecision() && isUnanswered(violations);
    }

    private static boolean isUnanswered(List<Violation> violations) {
        return breaks(Rule.SIGNATURE_MISSING, violations)
                || breaks(Rule.MEANING_WRONG, violations)
                || breaks(Rule.REASON_MISSING, violations);
    }

    private static boolean breaks(Rule rule, List<Violation> violations) {
        return violations.stream().anyMatch(v -> v.code().equals(rule.code()));
    }

    private static Refusal refusal(List<Violation> violations) {
        Violation first = violations.getFirst();
        return new Refusal(first.code(), first.element(), first.sentence(), violations);
    }

    /**
     * A missing reason or signature refuses no report; it stands in the gap list until it is given.
     */
    private static List<Violation> unanswered(Event event, List<Violation> violations) {
        List<Violation> missing = new ArrayList<>();
        boolean explained =
                event.circumstances().reason() != null || breaks(Rule.REASON_MISSING, violations);
        if (!explained) {
            missing.add(Rule.REASON_MISSING.broken(
                    "reason", null, "A rule is broken and no reason is given."));
        }
        boolean signs = Rule.anyOf(Rule.Nature.QUALITY, violations);
        boolean signed = event.circumstances().signature() != null
                || breaks(Rule.SIGNATURE_MISSING, violations);
        if (signs && !signed) {
            missing.add(Rule.SIGNATURE_MISSING.broken(
                    "signature", null, "A quality rule is broken and nobody has signed for it."));
        }
        return missing;
    }

    private void stand(Candidate candidate, List<Violation> violations, List<Candidate> standing) {
        List<Event> following = new ArrayList<>();
        for (Guard.Judge judge : judges)
            following.addAll(judge.consequences(candidate, violations));
        following.sort(Comparator.comparing(Event::id));
        standing.add(candidate);
        for (Event event : following) {
            Candidate follower = Candidate.of(event);
            judges.forEach(j -> j.stands(follower));
            standing.add(follower);
        }
        judges.forEach(j -> j.stands(candidate));
        originals.stands(candidate);
    }
}
