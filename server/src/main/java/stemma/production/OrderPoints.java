package stemma.production;

import org.jspecify.annotations.Nullable;

import stemma.ledger.Entered;
import stemma.ledger.Rule;
import stemma.ledger.Violation;
import stemma.production.OpenPoint.Kind;
import stemma.quantity.Quantity;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Finds what of a work order is open, from what stands; nothing of it is stored. */
final class OrderPoints {
    private static final Set<String> TOLD_BY_SUMS = Set.of(
            Rule.NOT_IN_RECIPE.code(), Rule.OVER_CONSUMPTION.code(), Rule.ORDER_CLOSED.code());
    private final List<OpenPoint> points = new ArrayList<>();

    private void add(Kind kind, String sentence) {
        points.add(new OpenPoint(kind, sentence));
    }

    List<OpenPoint> found() {
        return points.stream().sorted(Comparator.comparing(OpenPoint::kind)).toList();
    }

    /** What went in against what the recipe asks for all that was made. */
    void needs(OrderState state, List<NeedState> needs, List<MadeState> makes) {
        BigDecimal made = makes.isEmpty() ? BigDecimal.ZERO : share(makes.getFirst());
        for (NeedState need : needs) {
            switch (need.level()) {
                case OVER ->
                    add(
                            Kind.OVER_CONSUMED,
                            need.taken() + " of " + need.need().line().item() + " went in; "
                                    + need.need().asked() + " are asked, and at most "
                                    + need.need().most() + " allowed.");
                case UNMEASURED ->
                    add(
                            Kind.NOT_WEIGHED,
                            need.need().line().item() + " cannot be measured in "
                                    + need.need().asked().unit() + " by our conversions.");
                case NOTHING, SHORT, MET -> under(need, made);
            }
        }
        for (Side side : List.of(Side.IN, Side.OUT)) {
            for (OrderState.Moved moved : state.sums(side)) {
                boolean known =
                        state.makes(moved.item()) || state.need(moved.item()).isPresent();
                if (!known) {
                    add(
                            Kind.NOT_IN_RECIPE,
                            moved.quantity() + " of " + moved.item()
                                    + (side == Side.IN ? " went in" : " came out")
                                    + "; the recipe does not know it.");
                }
            }
        }
    }

    private void under(NeedState need, BigDecimal made) {
        Quantity taken = need.taken();
        if (taken == null || made.signum() <= 0) return;
        BigDecimal least = need.need()
                .least()
                .amount()
                .multiply(made)
                .setScale(Quantity.MAX_SCALE, RoundingMode.DOWN);
        if (taken.amount().compareTo(least) >= 0) return;
        Quantity asked = new Quantity(
                need.need().asked().amount().multiply(made).setScale(3, RoundingMode.HALF_UP),
                taken.unit());
        add(
                Kind.UNDER_CONSUMED,
                "What was made needs " + asked + " of " + need.need().line().item() + "; "
                        + (taken.isPositive() ? "only " + taken + " are" : "nothing is")
                        + " recorded as gone in.");
    }

    private static BigDecimal share(MadeState product) {
        Quantity made = product.made();
        if (made == null || !product.asked().isPositive()) return BigDecimal.ZERO;
        return made.amount().divide(product.asked().amount(), 18, RoundingMode.HALF_UP);
    }

    void balance(RunCard run, BigDecimal tolerancePercent) {
        switch (run.balance()) {
            case MassBalance.Sums sums -> {
                if (!sums.isWithin(tolerancePercent)) {
                    add(
                            Kind.UNBALANCED,
                            "Run " + run.id() + ": " + sums.words() + ", allowed are "
                                    + tolerancePercent.toPlainString() + " %.");
                }
            }
            case MassBalance.Incomparable unlike ->
                add(Kind.NOT_WEIGHED, "Run " + run.id() + ": " + unlike.words() + ".");
            // Pieces of many kinds are counted line by line, and not weighed against each other.
            case MassBalance.Pieces _, MassBalance.Nothing _ -> {}
        }
    }

    void step(StepState step) {
        if (step.latest() == null) {
            add(
                    Kind.STEP_MISSING,
                    "Step " + step.step().number() + ", " + step.step().text()
                            + ": nothing is recorded.");
        }
        StepRecord latest = step.latest();
        for (String outside : step.outside()) {
            String why = latest == null ? "" : latest.reason();
            add(
                    Kind.STEP_OUTSIDE,
                    "Step " + step.step().number() + ": " + outside
                            + (why.isEmpty() ? "." : ", because: " + why));
        }
    }

    void unproven(RunCard run) {
        add(
                Kind.CLEARANCE_UNPROVEN,
                "Run " + run.id() + " says that line " + run.line()
                        + " was clear; no clearance is recorded since the run before.");
    }

    /** Facts that break rules, and what was told after the order had been closed. */
    void entered(RunCard run, @Nullable Instant closedAt) {
        for (Entered entry : run.entries()) {
            if (!entry.stands()) continue;
            for (Violation broken : entry.recorded().event().circumstances().violations()) {
                if (!TOLD_BY_SUMS.contains(broken.code()))
                    add(Kind.FACT_WITH_VIOLATION, broken.sentence());
            }
            if (closedAt != null && entry.recorded().recordedAt().isAfter(closedAt)) {
                add(
                        Kind.AFTER_CLOSING,
                        "Stated after closing: " + entry.words() + " in run " + run.id() + ".");
            }
        }
    }
}
