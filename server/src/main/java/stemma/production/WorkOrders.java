package stemma.production;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.catalog.AmendmentAnswer;
import stemma.catalog.Catalog;
import stemma.catalog.MasterRefusal;
import stemma.catalog.MasterRevision;
import stemma.catalog.Recipe;
import stemma.catalog.RecipeLine;
import stemma.catalog.Standing;
import stemma.catalog.StepKind;
import stemma.catalog.UsedMasters;
import stemma.catalog.WorkOrder;
import stemma.documents.DocumentQuery;
import stemma.documents.Documents;
import stemma.identifiers.LotNumber;
import stemma.identifiers.OrderCode;
import stemma.identifiers.ResourceCode;
import stemma.journal.Author;
import stemma.journal.Invariant;
import stemma.journal.Journal;
import stemma.ledger.Guard;
import stemma.ledger.RunBasis;
import stemma.shell.Problem;
import stemma.shell.Refused;
import stemma.stock.Handled;
import stemma.stock.Stock;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The entry to work orders: what each asks, what its runs took and gave, and what is open. */
public final class WorkOrders {
    private static final Duration LONGEST_CLEAR = Duration.ofDays(1);
    private static final int RUNS_BEFORE = 5;

    private final Catalog catalog;
    private final Production production;
    private final Steps steps;
    private final OrderFlows flows;

    public WorkOrders(
            Catalog catalog, Documents documents, Stock stock, Production production, Steps steps) {
        this.catalog = catalog;
        this.production = production;
        this.steps = steps;
        this.flows = new OrderFlows(documents, stock);
    }

    /** Returns what tells the catalog which work orders have begun. */
    public static UsedMasters begun(JdbcClient database) {
        return new OrdersBegun(database);
    }

    /** Returns the rules of orders and their recipes. */
    public static Guard guard(JdbcClient database, Catalog catalog, Stock stock) {
        return new OrderGuard(catalog, new OrderFlows(new Documents(database), stock));
    }

    /**
     * Returns the order with all that stands under it; refused with {@code work_order_unknown}
     * where neither the catalog nor any event knows it.
     */
    public OrderCard card(OrderCode code) {
        String normal = LotNumber.normal(code.code());
        OrderState state = OrderGuard.states(catalog, Map.of(normal, code)).get(normal);
        List<RunCard> runs = production.runsOfOrder(code);
        if (state == null && runs.isEmpty()) throw unknown(code);
        if (state == null) {
            return new OrderCard(
                    code, null, null, List.of(), List.of(), runs, List.of(), List.of(), null);
        }
        return card(state, runs);
    }

    private OrderCard card(OrderState state, List<RunCard> runs) {
        for (RunCard run : runs) {
            add(state, Side.IN, run.inputs());
            add(state, Side.BACK, run.returned());
            add(state, Side.OUT, run.outputs());
            add(state, Side.LOST, run.losses());
        }
        WorkOrder order = state.order();
        Recipe recipe = state.recipe();
        List<NeedState> needs =
                state.needs().stream().map(need -> NeedState.of(need, state)).toList();
        List<MadeState> makes = recipe == null
                ? List.of()
                : recipe.lines().stream()
                        .filter(line -> line.part() != RecipeLine.Part.INPUT)
                        .map(line -> MadeState.of(line, state))
                        .toList();
        List<StepState> done = recipe == null ? List.of() : steps.states(order.code(), recipe);
        Instant closedAt = state.isClosed() ? closedAt(order).orElse(null) : null;
        OrderPoints points = new OrderPoints();
        if (recipe != null) {
            points.needs(state, needs, makes);
            runs.forEach(run -> points.balance(run, recipe.tolerancePercent()));
            done.forEach(points::step);
        }
        runs.stream().filter(this::isUnproven).forEach(points::unproven);
        runs.forEach(run -> points.entered(run, closedAt));
        return new OrderCard(
                order.code(), order, recipe, needs, makes, runs, done, points.found(), closedAt);
    }

    private static void add(OrderState state, Side side, List<Handled> lines) {
        for (Handled line : lines)
            state.add(new OrderState.Moved(side, line.lot().lot().item(), line.quantity()));
    }

    /** A clearance proves that a line was clear for the run that began next on it, within a day. */
    private boolean isUnproven(RunCard run) {
        return run.basis() == RunBasis.CLEARANCE
                && !run.line().isEmpty()
                && clearances(run.line(), run.began(), before(run)).isEmpty();
    }

    private List<StepRecord> clearances(String line, Instant until, Optional<Instant> since) {
        Instant earliest = until.minus(LONGEST_CLEAR);
        Instant after = since.filter(earliest::isBefore).orElse(earliest);
        return steps.onResource(new ResourceCode(line), after, until).stream()
                .filter(record -> record.kind() == StepKind.LINE_CLEARANCE)
                .toList();
    }

    private Optional<Instant> before(RunCard run) {
        return production
                .runs(new DocumentQuery(
                        "",
                        LotNumber.normal(run.line()),
                        "",
                        "",
                        null,
                        null,
                        new DocumentQuery.Mark(run.began(), 0),
                        RUNS_BEFORE))
                .rows()
                .stream()
                .filter(other ->
                        LotNumber.normal(other.line()).equals(LotNumber.normal(run.line())))
                .map(RunCard::began)
                .findFirst();
    }

    private Optional<Instant> closedAt(WorkOrder order) {
        return catalog.history(order.key()).stream()
                .filter(WorkOrders::closes)
                .map(MasterRevision::recordedAt)
                .findFirst();
    }

    private static boolean closes(MasterRevision revision) {
        return revision.differences().stream()
                .anyMatch(d ->
                        d.field().equals("standing") && d.after().equals(Standing.RETIRED.word()));
    }

    /**
     * Closes an order, which refuses intents from then on: an amendment of the master, audited with
     * its reason, to which the open points are added. Refused with {@code work_order_unknown}, or
     * with {@code points_open} where the person has not said to have seen as many as there are.
     */
    public OrderCard close(Author author, OrderCode code, int pointsSeen, String reason) {
        OrderCard card = known(code);
        WorkOrder order = java.util.Objects.requireNonNull(card.order());
        if (card.points().size() > pointsSeen) {
            throw new Refused(Problem.of(
                            "points_open",
                            409,
                            "Work order " + code + " has " + card.points().size()
                                    + " open points; you have seen " + pointsSeen + ".")
                    .advising("Look at the points and close the order again."));
        }
        if (!card.points().isEmpty() && reason.isBlank()) {
            throw new Refused(
                    Problem.of("reason_missing", 422, "Say why it is closed with open points.")
                            .with("element", "reason"));
        }
        String said = card.points().isEmpty()
                ? reason
                : reason.strip() + " (" + card.points().size() + " open points)";
        amend(author, order.with(Standing.RETIRED), said.isBlank() ? "made" : said);
        return card(code);
    }

    /** Opens an order again, with a reason; refused with {@code reason_missing} without one. */
    public OrderCard reopen(Author author, OrderCode code, String reason) {
        WorkOrder order = java.util.Objects.requireNonNull(known(code).order());
        if (reason.isBlank()) {
            throw new Refused(Problem.of("reason_missing", 422, "Say why it is opened again.")
                    .with("element", "reason"));
        }
        amend(author, order.with(Standing.ACTIVE), reason.strip());
        return card(code);
    }

    private OrderCard known(OrderCode code) {
        OrderCard card = card(code);
        if (card.order() == null) throw unknown(code);
        return card;
    }

    private void amend(Author author, WorkOrder order, String reason) {
        if (catalog.define(order, author, reason) instanceof AmendmentAnswer.Refused refused) {
            MasterRefusal first = refused.refusals().getFirst();
            throw new Refused(Problem.of(first.code(), 409, first.sentence()));
        }
    }

    /** Returns the refusal of an order that nobody knows. */
    public static Refused unknown(OrderCode code) {
        return new Refused(
                Problem.of("work_order_unknown", 404, "There is no work order " + code + ".")
                        .notRecording("")
                        .advising("Look for it in the list of work orders.")
                        .with("code", code.code()));
    }

    /** Returns that nobody asks to work under an order that is closed. */
    public Invariant invariant(Journal journal) {
        return new ClosedOrdersStayClosed(journal, catalog, flows);
    }

    OrderFlows flows() {
        return flows;
    }
}
