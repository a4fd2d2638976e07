package stemma.genealogy;

import stemma.identifiers.Portion;
import stemma.identifiers.ResourceCode;
import stemma.identifiers.RunId;
import stemma.ledger.Evidence;
import stemma.lots.Lot;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * How one lot may have come into another: lots and makings in turn, in the direction of the
 * material, along the path whose weakest link is the strongest there is.
 */
public record Path(List<Step> steps, Evidence weakest) {

    /** A lot on the way, or a run or vessel that it went through. */
    public sealed interface Step {}

    /** A lot, or some of its units. */
    public record Through(Lot lot, Portion portion) implements Step {}

    /** A run; carried over where what it left in its line went on. */
    public record ByRun(RunId run, Manner manner) implements Step {}

    /** A vessel. */
    public record ByVessel(ResourceCode vessel) implements Step {}

    /** In which way material went through a run. */
    public enum Manner {
        /** Into its outputs. */
        MADE,
        /** By what stood in the line. */
        CARRIED_OVER,
        /** As another part of the same material. */
        PARTED
    }

    public Path {
        steps = List.copyOf(steps);
    }

    /** Returns the path as a sentence, such as {@code B-9 contains F-101 via WO-55; …}. */
    public String sentence() {
        Through first = (Through) steps.getFirst();
        Through last = (Through) steps.getLast();
        if (steps.size() == 1) return first.lot().number() + " is the lot itself.";
        String way = steps.subList(1, steps.size() - 1).stream()
                .map(Path::words)
                .collect(Collectors.joining(", "));
        return last.lot().number()
                + (isOfOneMaterial() ? " is of one material with " : " may contain ")
                + first.lot().number() + " via " + way + "; its weakest link is "
                + weakest.name().toLowerCase(Locale.ROOT) + ".";
    }

    private boolean isOfOneMaterial() {
        return steps.stream().allMatch(s -> !(s instanceof ByRun r) || r.manner() == Manner.PARTED);
    }

    private static String words(Step step) {
        return switch (step) {
            case Through(var lot, var _) -> lot.number().text();
            case ByVessel(var vessel) -> "vessel " + vessel;
            case ByRun(var run, var manner) ->
                switch (manner) {
                    case MADE -> run.code();
                    case CARRIED_OVER -> run + " (carried over)";
                    case PARTED -> "the parting of one material";
                };
        };
    }
}
