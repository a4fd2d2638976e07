package stemma.quality;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.ActorId;
import stemma.identifiers.EventId;
import stemma.ledger.Claim;
import stemma.ledger.Evidence;
import stemma.shell.Problem;
import stemma.shell.Refused;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What somebody or an instrument says was found: under which id, of which characteristic and sample
 * (1 where not told), the text as read, its unit (absent: that of the characteristic), when
 * (absent: now), how it is known, by which instrument, why where it takes another's place, and
 * whether it asks or states what was measured already.
 */
public record Reading(
        EventId id,
        int characteristic,
        @Nullable Integer sample,
        String value,
        @Nullable String unit,
        @Nullable Instant occurredAt,
        @Nullable Evidence evidence,
        Result.@Nullable Instrument instrument,
        @Nullable String reason,
        @Nullable Claim claim) {
    /** Returns one that asks, and is refused where something stands against it. */
    public static Reading asking(
            EventId id,
            int characteristic,
            @Nullable Integer sample,
            String value,
            @Nullable String unit,
            @Nullable Instant occurredAt,
            @Nullable Evidence evidence,
            Result.@Nullable Instrument instrument,
            @Nullable String reason) {
        return new Reading(
                id,
                characteristic,
                sample,
                value,
                unit,
                occurredAt,
                evidence,
                instrument,
                reason,
                Claim.INTENT);
    }

    /** Says whether it states what was measured already, whatever stands against it. */
    public boolean isReport() {
        return claim == Claim.REPORT;
    }

    private static final Set<String> YES = Set.of("passes", "pass", "yes", "conforms", "ok");
    private static final Set<String> NO = Set.of("fails", "fail", "no", "does not conform");

    static boolean isNumber(String text) {
        return text.matches("-?\\d{1,12}(\\.\\d{1,9})?");
    }

    /**
     * Returns the result that it is. Refused with {@code result_invalid} and
     * {@code result_unit_wrong}.
     */
    Result result(
            EventId inspection,
            Characteristic one,
            Optional<SamplingTable.Plan> plan,
            Instant now,
            ActorId by) {
        String read = value.strip();
        String said = unit == null ? "" : unit.strip();
        if (!said.isEmpty() && !said.equals(one.unit())) {
            throw wrong(
                    "result_unit_wrong",
                    one.unit().isEmpty()
                            ? one.name() + " has no unit; \"" + said + "\" was sent."
                            : one.name() + " is measured in " + one.unit() + ", not in " + said
                                    + ".");
        }
        if (read.isEmpty()) throw wrong("result_invalid", "What was found of " + one.name() + "?");
        BigDecimal number = null;
        boolean passes = switch (one.kind()) {
            case MEASURED -> {
                if (!isNumber(read)) {
                    throw wrong(
                            "result_invalid",
                            "\"" + read + "\" is no plain decimal number such as 4.2.");
                }
                number = new BigDecimal(read);
                yield one.holds(number);
            }
            case COUNTED -> {
                int bad = counted(one, read, plan.orElseThrow());
                number = BigDecimal.valueOf(bad);
                yield bad <= plan.orElseThrow().accepted();
            }
            case ATTRIBUTE -> conforms(one, read);
            case IDENTITY -> read.equalsIgnoreCase(one.expected());
        };
        return new Result(
                id,
                inspection,
                one.number(),
                sample == null ? 1 : sample,
                read,
                one.unit(),
                number,
                passes ? Result.Outcome.PASSES : Result.Outcome.FAILS,
                occurredAt == null ? now : occurredAt,
                now,
                by,
                evidence == null ? Evidence.KEYED : evidence,
                instrument,
                null,
                reason == null ? "" : reason.strip(),
                "",
                null);
    }

    private int counted(Characteristic one, String read, SamplingTable.Plan plan) {
        int bad = read.matches("\\d{1,6}") ? Integer.parseInt(read) : Integer.MAX_VALUE;
        if (bad <= plan.samples()) return bad;
        throw wrong(
                "result_invalid",
                "Of " + plan.samples() + " samples, how many fail " + one.name() + "? \"" + read
                        + "\" is no such number.");
    }

    private boolean conforms(Characteristic one, String read) {
        String word = read.toLowerCase(Locale.ROOT);
        if (YES.contains(word)) return true;
        if (NO.contains(word)) return false;
        throw wrong(
                "result_invalid", one.name() + " passes or fails; \"" + read + "\" is neither.");
    }

    private Refused wrong(String code, String sentence) {
        return new Refused(Problem.of(code, 422, sentence)
                .advising("Put it right and send it again under the same id.")
                .with("element", "results[" + characteristic + "].value"));
    }
}
