package stemma.quality;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.ActorId;
import stemma.identifiers.ItemCode;
import stemma.shell.Problem;
import stemma.shell.Refused;
import stemma.signatures.Signature;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the lots of an item are held against, in one revision: when it applies, how samples are
 * taken, after how long a lot is tested again, who may judge, its characteristics. A draft is
 * replaced by the next; one in force was signed by another than who wrote it and never changes
 * again.
 */
public record Specification(
        ItemCode item,
        int revision,
        State state,
        Set<Occasion> occasions,
        SamplingPlan sampling,
        @Nullable Integer dueHours,
        @Nullable Integer retainMonths,
        @Nullable Integer retestMonths,
        Separation separation,
        List<Characteristic> characteristics,
        String change,
        ActorId writtenBy,
        Instant writtenAt,
        @Nullable Signature signature,
        @Nullable Instant inForceAt,
        @Nullable Instant retiredAt) {

    /** A year. */
    private static final int MOST_HOURS = 8_784;

    /** Fifty years. */
    private static final int MOST_MONTHS = 600;

    /** How it stands. */
    public enum State {
        DRAFT,
        IN_FORCE,
        RETIRED;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /** Who may judge besides those who had no hand in the making. */
    public enum Separation {
        /** Whoever keyed results may judge too. */
        MAKER,
        /** Nobody who keyed a result of the inspection may judge. */
        MAKER_AND_TESTER;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Refused with {@code characteristic_invalid} or {@code specification_empty}. */
    public Specification {
        occasions = Set.copyOf(occasions);
        characteristics = List.copyOf(characteristics);
        if (characteristics.isEmpty() || occasions.isEmpty())
            throw new Refused(Problem.of(
                            "specification_empty",
                            422,
                            "A specification has a characteristic and an occasion at least.")
                    .advising("Say what is looked at, and when.")
                    .with("element", characteristics.isEmpty() ? "characteristics" : "occasions"));
        if (dueHours != null && (dueHours < 1 || dueHours > MOST_HOURS))
            throw new Refused(Problem.of(
                            "due_invalid",
                            422,
                            "An inspection is due within 1 to " + MOST_HOURS + " hours.")
                    .with("element", "dueHours"));
        if (retainMonths != null && (retainMonths < 0 || retainMonths > MOST_MONTHS))
            throw new Refused(Problem.of(
                            "retention_invalid",
                            422,
                            "A sample is retained for 0 to " + MOST_MONTHS
                                    + " months after the expiry.")
                    .with("element", "retainMonths"));
        if (retestMonths != null && (retestMonths < 1 || retestMonths > MOST_MONTHS))
            throw new Refused(Problem.of(
                            "retest_interval_invalid",
                            422,
                            "A lot is tested again every 1 to " + MOST_MONTHS + " months.")
                    .with("element", "retestMonths"));
        Set<Integer> numbers = new HashSet<>();
        for (Characteristic one : characteristics) {
            if (!numbers.add(one.number()))
                throw new Refused(Problem.of(
                                "characteristic_invalid",
                                422,
                                "Two characteristics have the number " + one.number() + ".")
                        .with("element", "characteristics"));
            if (one.kind() == Characteristic.Kind.COUNTED
                    && sampling.rule() != SamplingPlan.Rule.TABLE)
                throw new Refused(Problem.of(
                                "characteristic_invalid",
                                422,
                                one.name() + " is counted, and no table says how many may be bad.")
                        .advising("Sample by the table: a level and a limit (AQL).")
                        .with("element", "characteristics"));
        }
    }

    /** Returns the characteristic of that number, if there is one. */
    public Optional<Characteristic> characteristic(int number) {
        return characteristics.stream().filter(c -> c.number() == number).findFirst();
    }

    /** Returns by when an inspection that is opened then is to be judged; nothing where unsaid. */
    public @Nullable Instant due(Instant opened) {
        return dueHours == null ? null : opened.plus(Duration.ofHours(dueHours));
    }

    /** Returns its occasions in their order. */
    public List<Occasion> inOrder() {
        return List.copyOf(new TreeSet<>(occasions));
    }

    /** Returns how it is called, such as {@code CARROT, revision 2}. */
    public String title() {
        return item + ", revision " + revision;
    }

    Specification as(State other, @Nullable Signature by, @Nullable Instant since) {
        return new Specification(
                item,
                revision,
                other,
                occasions,
                sampling,
                dueHours,
                retainMonths,
                retestMonths,
                separation,
                characteristics,
                change,
                writtenBy,
                writtenAt,
                by == null ? signature : by,
                other == State.IN_FORCE ? since : inForceAt,
                other == State.RETIRED ? since : retiredAt);
    }
}
