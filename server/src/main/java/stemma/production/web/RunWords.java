package stemma.production.web;

import stemma.genealogy.CarryOver;
import stemma.ledger.Entered;
import stemma.ledger.Recorded;
import stemma.ledger.ResourceUse;
import stemma.ledger.RunBasis;
import stemma.ledger.RunKind;
import stemma.production.MassBalance;
import stemma.quantity.Quantity;
import stemma.shell.Figure;

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
