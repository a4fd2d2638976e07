package stemma.quality;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.EventId;
import stemma.ledger.Event;
import stemma.ledger.InspectionBasis;
import stemma.ledger.Recorded;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * An inspection with its specification, everything that was found, the verdict of what counts, the
 * judgement that rests on it, if there is one, and the digest of all that. {@code digests} are
 * those of the same results as shown before and after each judgement on them.
 */
public record InspectionCard(
        Inspection inspection,
        Specification specification,
        List<Result> results,
        Verdict verdict,
        String digest,
        Set<String> digests,
        @Nullable Recorded judgement) {
    public InspectionCard {
        results = List.copyOf(results);
        digests = Set.copyOf(digests);
    }

    static InspectionCard of(
            Inspection inspection,
            Specification specification,
            List<Result> results,
            @Nullable Recorded judgement,
            List<EventId> judgements) {
        List<Result> counting = counting(results);
        Verdict verdict = Verdict.of(specification, inspection.samples(), counting);
        Function<@Nullable EventId, String> shown =
                on -> QualityJson.digest(inspection, specification, counting, verdict, on);
        String unjudged = shown.apply(null);
        Set<String> digests = new HashSet<>();
        digests.add(unjudged);
        judgements.forEach(one -> digests.add(shown.apply(one)));
        Event judged = judgement == null ? null : judgement.effect();
        return new InspectionCard(
                inspection,
                specification,
                results,
                verdict,
                judged == null ? unjudged : shown.apply(judged.id()),
                digests,
                judgement);
    }

    /** Returns what the table says for it; nothing where its samples are not found by the table. */
    public Optional<SamplingTable.Plan> plan() {
        return specification.sampling().plan(inspection.amount().amount());
    }

    /** Says whether it waits longer than the specification allows. */
    public boolean isOverdue(Instant now) {
        Instant due = inspection.due();
        return inspection.state() == Inspection.State.OPEN && due != null && due.isBefore(now);
    }

    /** Returns the results that no later one has taken the place of. */
    public List<Result> counting() {
        return counting(results);
    }

    private static List<Result> counting(List<Result> results) {
        Set<EventId> replaced = new HashSet<>();
        for (Result result : results) {
            if (result.replaces() != null) replaced.add(result.replaces());
        }
        return results.stream().filter(r -> !replaced.contains(r.id())).toList();
    }

    /** Returns what counts of one characteristic, in the order of the samples. */
    public List<Result> counting(Characteristic characteristic) {
        return counting().stream()
                .filter(r -> r.characteristic() == characteristic.number())
                .sorted(java.util.Comparator.comparingInt(Result::sample))
                .toList();
    }

    /** A result that took another's place or came after the judgement, and what it changed. */
    public record Change(String characteristic, @Nullable Result before, Result after) {
        /** Says whether it changed what was signed. */
        public boolean isSigned() {
            return after.correction() != null;
        }

        /** Returns why, in words. */
        public String why() {
            Correction correction = after.correction();
            return correction == null ? after.reason() : correction.words(after.reason());
        }
    }

    /** Returns everything that was changed, in its order. */
    public List<Change> changes() {
        List<Change> changes = new ArrayList<>();
        for (Result after : results) {
            if (after.replaces() == null && after.correction() == null) continue;
            Result before = results.stream()
                    .filter(one -> one.id().equals(after.replaces()))
                    .findFirst()
                    .orElse(null);
            changes.add(new Change(names(List.of(after.characteristic())), before, after));
        }
        return changes;
    }

    /** Returns what was changed after a judgement was signed, however often it was judged since. */
    public List<Change> corrections() {
        return changes().stream().filter(Change::isSigned).toList();
    }

    /** Returns how many results a characteristic needs here. */
    public int needed(Characteristic characteristic) {
        return Verdict.needed(characteristic, inspection.samples());
    }

    /** Returns the names of characteristics by their numbers. */
    public String names(List<Integer> numbers) {
        List<String> names = new ArrayList<>();
        for (int number : numbers)
            specification.characteristic(number).ifPresent(one -> names.add(one.name()));
        return String.join(", ", names);
    }

    /** Returns the verdict in words, with the characteristics it is about. */
    public String verdictWords() {
        return switch (verdict.conclusion()) {
            case PASSES -> "All results are there and within limits.";
            case FAILS -> "Outside of what is required: " + names(verdict.failing()) + ".";
            case INCOMPLETE -> "Still to be found: " + names(verdict.missing()) + ".";
        };
    }

    /** Returns what a judgement that rests on it says of it. */
    public InspectionBasis basis() {
        return new InspectionBasis(
                inspection.id(),
                specification.item(),
                specification.revision(),
                verdict.conclusion().word(),
                digest);
    }

    /** Says whether results came or changed after it was judged, so that somebody must look. */
    public boolean changedSince() {
        return judged() instanceof InspectionBasis basis && !digests.contains(basis.results());
    }

    /** Says whether somebody is to judge it: it is open, or changed since it was judged. */
    public boolean waits() {
        return inspection.state() == Inspection.State.OPEN || changedSince();
    }

    /** Says whether what was found contradicts whoever may use its lots. */
    boolean speaksAgainst() {
        boolean fails = verdict.conclusion() == Verdict.Conclusion.FAILS;
        return changedSince() || inspection.state() == Inspection.State.OPEN && fails;
    }

    /** Says whether it passes and was opened after the other: its lots have since been tested. */
    boolean passesAfter(InspectionCard other) {
        return inspection.state() != Inspection.State.VOID
                && inspection.openedAt().isAfter(other.inspection.openedAt())
                && verdict.conclusion() == Verdict.Conclusion.PASSES;
    }

    /** Returns what the judgement says of this inspection, or nothing where there is none. */
    public @Nullable InspectionBasis judged() {
        if (judgement == null || !(judgement.effect() instanceof Event.Judged judged)) return null;
        return judged.inspections().stream()
                .filter(basis -> basis.inspection().equals(inspection.id()))
                .findFirst()
                .orElse(null);
    }
}
