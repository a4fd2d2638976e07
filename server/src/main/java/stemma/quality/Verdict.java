package stemma.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the results say of an inspection, and of which characteristics: those that fail, and those
 * of which results are missing.
 */
public record Verdict(Conclusion conclusion, List<Integer> failing, List<Integer> missing) {
    public Verdict {
        failing = List.copyOf(failing);
        missing = List.copyOf(missing);
    }

    /** What follows from the results; one failure is enough, however much is missing. */
    public enum Conclusion {
        PASSES,
        FAILS,
        INCOMPLETE;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Returns the verdict of the results that count. */
    static Verdict of(Specification specification, int samples, List<Result> counting) {
        Map<Integer, Integer> had = new TreeMap<>();
        List<Integer> failing = new ArrayList<>();
        for (Result result : counting) {
            had.merge(result.characteristic(), 1, Integer::sum);
            boolean fails = result.outcome() == Result.Outcome.FAILS;
            if (fails && !failing.contains(result.characteristic()))
                failing.add(result.characteristic());
        }
        List<Integer> missing = new ArrayList<>();
        for (Characteristic one : specification.characteristics()) {
            if (had.getOrDefault(one.number(), 0) < needed(one, samples)) missing.add(one.number());
        }
        Conclusion conclusion = !failing.isEmpty()
                ? Conclusion.FAILS
                : missing.isEmpty() ? Conclusion.PASSES : Conclusion.INCOMPLETE;
        return new Verdict(conclusion, failing, missing);
    }

    /** Returns how many results a characteristic needs. */
    static int needed(Characteristic one, int samples) {
        return switch (one.taking()) {
            case TOGETHER -> 1;
            case EACH -> samples;
        };
    }
}
