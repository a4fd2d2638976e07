package stemma.production.web;

import stemma.genealogy.CarryOver;
import stemma.ledger.Entered;
import stemma.ledger.Recorded;
import stemma.ledger.ResourceUse;
import stemma.ledger.RunBasis;
import stemma.ledger.RunKind;
import stemma.production.MassBalance;
import stemma.production.NeedState;
import stemma.production.OpenPoint;
import stemma.production.OrderCard;
import stemma.production.RunYield;
import stemma.production.StepState;
import stemma.quantity.Quantity;
import stemma.shell.Figure;
import stemma.shell.Refused;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Says in words what the page of a run shows. */
public final class RunWords {
    private RunWords() {}

    public static String kind(RunKind kind) {
        return switch (kind) {
            case PRODUCTION -> "Run";
            case BLEND -> "Blend";
            case REWORK -> "Rework";
            case DISASSEMBLY -> "Disassembly";
        };
    }

    public static String basis(RunBasis basis) {
        return switch (basis) {
            case CLEARANCE -> "by a verified line clearance";
            case CLEANING -> "by a verified cleaning";
            case DISCRETE_UNIT -> "each unit is made by itself";
            case NONE -> "nothing says so: the line may hold a rest of the run before";
        };
    }

    public static String ground(CarryOver.Ground ground) {
        return switch (ground) {
            case STATED -> "as the run says";
            case DERIVED -> "before it on the line";
        };
    }

    /** Returns the step of that number; refused with {@code step_unknown}. */
    static StepState step(OrderCard card, int number) {
        return card.steps().stream()
                .filter(state -> state.step().number() == number)
                .findFirst()
                .orElseThrow(() -> Refused.of(
                        "step_unknown",
                        422,
                        "Work order " + card.code() + " has no step " + number + "."));
    }

    /** Returns the tone and the word of how a line of a recipe stands. */
    public static String tone(NeedState.Level level) {
        return switch (level) {
            case NOTHING, SHORT -> "wait";
            case MET -> "good";
            case OVER -> "stop";
            case UNMEASURED -> "mute";
        };
    }

    public static String level(NeedState.Level level) {
        return switch (level) {
            case NOTHING -> "nothing yet";
            case SHORT -> "more to come";
            case MET -> "met";
            case OVER -> "too much";
            case UNMEASURED -> "not measured";
        };
    }

    /** Returns how a yield stands against what the recipe expects. */
    public static String verdict(RunYield.Verdict verdict) {
        return switch (verdict) {
            case NOT_EXPECTED -> "nothing expected";
            case LESS -> "less than expected";
            case AS_EXPECTED -> "as expected";
            case MORE -> "more than expected";
        };
    }

    public static String tone(RunYield.Verdict verdict) {
        return switch (verdict) {
            case NOT_EXPECTED -> "mute";
            case LESS, MORE -> "wait";
            case AS_EXPECTED -> "good";
        };
    }

    /** Returns the heading of a kind of open point. */
    public static String point(OpenPoint.Kind kind) {
        return switch (kind) {
            case NOT_IN_RECIPE -> "Not in the recipe";
            case OVER_CONSUMED -> "Too much went in";
            case UNDER_CONSUMED -> "Too little is recorded";
            case UNBALANCED -> "Out of balance";
            case NOT_WEIGHED -> "Cannot be weighed";
            case STEP_MISSING -> "Step missing";
            case STEP_OUTSIDE -> "Outside the limits";
            case CLEARANCE_UNPROVEN -> "Clearance unproven";
            case FACT_WITH_VIOLATION -> "Reported fact";
            case AFTER_CLOSING -> "After closing";
        };
    }

    /** Returns in one sentence what was recorded. */
    static String said(List<Recorded> events) {
        List<String> words = new ArrayList<>();
        for (Recorded recorded : events) words.add(new Entered(recorded, null).words());
        return "Recorded: " + String.join(", ", words) + ".";
    }

    /** Returns what touched a run, each with its role and the revision of a label or program. */
    public static String uses(List<ResourceUse> uses) {
        return uses.stream().map(RunWords::use).collect(Collectors.joining("; "));
    }

    private static String use(ResourceUse use) {
        String role = use.role().replace('_', ' ');
        return use.resource()
                + (role.isEmpty() ? "" : " (" + role + ")")
                + (use.revision() == null ? "" : " rev. " + use.revision());
    }

    public static String balance(MassBalance balance) {
        return switch (balance) {
            case MassBalance.Sums(var in, var out, var lost, var open) ->
                "In " + shown(in) + ", out " + shown(out)
                        + (lost.isZero() ? "" : ", lost " + shown(lost)) + ", unaccounted "
                        + shown(open);
            case MassBalance.Incomparable(var item, var unit) ->
                "No balance: " + item + " cannot be weighed in " + unit
                        + " until the catalog has a conversion";
            case MassBalance.Pieces _ -> "Pieces of several items, counted line by line";
            case MassBalance.Nothing _ -> "Nothing went in or came out";
        };
    }

    private static String shown(Quantity quantity) {
        return Figure.grouped(quantity.number()) + " " + quantity.unit();
    }
}
