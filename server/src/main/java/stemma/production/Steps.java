package stemma.production;

import static java.time.temporal.ChronoUnit.MICROS;
import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import stemma.audit.Audit;
import stemma.catalog.Catalog;
import stemma.catalog.Recipe;
import stemma.catalog.RecipeStep;
import stemma.catalog.Resource;
import stemma.catalog.StepParameter;
import stemma.catalog.WorkOrder;
import stemma.identifiers.EventId;
import stemma.identifiers.LotNumber;
import stemma.identifiers.OrderCode;
import stemma.identifiers.ResourceCode;
import stemma.journal.Author;
import stemma.journal.WorldClock;
import stemma.ledger.Turns;
import stemma.production.store.StepTable;
import stemma.shell.Problem;
import stemma.shell.Refused;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Records what was done at the steps of work orders, each with its line in the audit trail. A
 * record is never changed; a better one is made beside it.
 */
public final class Steps {
    private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(10);
    private static final JsonMapper JSON = new JsonMapper();

    private final TransactionTemplate transactions;
    private final Audit audit;
    private final Catalog catalog;
    private final WorldClock clock;
    private final StepTable table;
    private final Turns turns;

    public Steps(
            JdbcClient database,
            TransactionTemplate transactions,
            Audit audit,
            Catalog catalog,
            WorldClock clock) {
        this.transactions = transactions;
        this.audit = audit;
        this.catalog = catalog;
        this.clock = clock;
        this.table = new StepTable(database);
        this.turns = new Turns(database);
    }

    /**
     * What a person says was done: under which id, at which step of which order, on what, what was
     * read off by the names of the parameters, when (absent: now) and why it is outside its limits.
     */
    public record Done(
            EventId id,
            OrderCode order,
            int step,
            @Nullable ResourceCode resource,
            Map<String, String> readings,
            @Nullable Instant occurredAt,
            String reason) {}

    /**
     * Records it once, however often it is sent. Refused with {@code event_id_reused} where the id
     * bears another record, {@code work_order_unknown}, {@code step_unknown},
     * {@code resource_missing}, {@code resource_unknown}, {@code resource_kind_wrong},
     * {@code reading_missing}, {@code reading_invalid}, {@code reading_unknown},
     * {@code time_in_future} and, outside the limits without a reason, {@code step_reason_missing}.
     * While it is recorded nobody pins the order to another revision of its recipe.
     */
    public StepRecord record(Author author, Done done) {
        return requireNonNull(transactions.execute(_ -> {
            turns.enter(Turns.Company.TOGETHER);
            return judged(author, done);
        }));
    }

    private StepRecord judged(Author author, Done done) {
        WorkOrder order = order(done.order());
        RecipeStep step = step(order, done.step());
        Instant now = clock.now();
        Instant occurredAt = done.occurredAt() == null ? now : done.occurredAt();
        if (occurredAt.isAfter(now.plus(CLOCK_TOLERANCE))) {
            throw wrong("time_in_future", "when", occurredAt + " is in the future.");
        }
        resource(step, done.resource());
        StepRecord record = new StepRecord(
                done.id(),
                order.code(),
                step.number(),
                step.kind(),
                occurredAt,
                now,
                author.actor(),
                done.resource(),
                readings(step, done.readings()),
                done.reason().strip());
        Optional<StepRecord> known = table.find(done.id());
        if (known.isPresent()) return again(known.get(), record, done.occurredAt());
        List<String> outside = record.outside(step);
        if (!outside.isEmpty() && record.reason().isEmpty()) {
            throw wrong(
                    "step_reason_missing",
                    "reason",
                    String.join("; ", outside) + ". Say why, and it is recorded.");
        }
        if (table.write(record)) {
            audit.record(
                    author,
                    "step_recorded",
                    WorkOrder.key(order.code()) + "/" + step.number(),
                    null,
                    json(record),
                    record.reason().isEmpty() ? null : record.reason());
        }
        return record;
    }

    /** Sent again, it is the record there is, which keeps its own moment where none was told. */
    private static StepRecord again(StepRecord known, StepRecord sent, @Nullable Instant told) {
        boolean same = LotNumber.normal(known.order().code())
                        .equals(LotNumber.normal(sent.order().code()))
                && known.step() == sent.step()
                && java.util.Objects.equals(known.resource(), sent.resource())
                && known.readings().equals(sent.readings())
                && known.reason().equals(sent.reason())
                && (told == null || told.truncatedTo(MICROS).equals(known.occurredAt()));
        if (same) return known;
        throw wrong("event_id_reused", "id", "This id bears another record of a step already.");
    }

    /** Returns the steps of a recipe with what is recorded of them for the order. */
    List<StepState> states(OrderCode order, Recipe recipe) {
        List<StepRecord> records = table.ofOrder(order);
        return recipe.steps().stream()
                .map(step -> new StepState(
                        step,
                        records.stream().filter(r -> r.step() == step.number()).toList()))
                .toList();
    }

    /** Returns what was recorded on a resource after that moment and not after the other. */
    List<StepRecord> onResource(ResourceCode resource, Instant after, Instant until) {
        return table.onResource(resource, after, until);
    }

    private WorkOrder order(OrderCode code) {
        return catalog.masters(List.of(WorkOrder.key(code)))
                .workOrder(code)
                .orElseThrow(() -> new Refused(Problem.of(
                        "work_order_unknown", 404, "There is no work order " + code + ".")));
    }

    private RecipeStep step(WorkOrder order, int number) {
        return catalog.masters(List.of(order.recipe()))
                .recipe(order.item(), order.recipeRevision())
                .flatMap(recipe -> recipe.steps().stream()
                        .filter(step -> step.number() == number)
                        .findFirst())
                .orElseThrow(() -> wrong(
                        "step_unknown",
                        "step",
                        "Recipe " + order.item() + " " + order.recipeRevision() + " has no step "
                                + number + "."));
    }

    private void resource(RecipeStep step, @Nullable ResourceCode code) {
        if (code == null) {
            if (step.resource() == null) return;
            throw wrong(
                    "resource_missing",
                    "resource",
                    "Step " + step.number() + " is done on " + step.resource().word()
                            + "; say on which.");
        }
        Resource resource = catalog.resources(List.of(code)).get(code);
        if (resource == null)
            throw wrong("resource_unknown", "resource", "There is no resource " + code + ".");
        if (step.resource() != null && resource.kind() != step.resource()) {
            throw wrong(
                    "resource_kind_wrong",
                    "resource",
                    code + " is of kind " + resource.kind().word() + "; step " + step.number()
                            + " is done on " + step.resource().word() + ".");
        }
    }

    private static Map<String, BigDecimal> readings(RecipeStep step, Map<String, String> said) {
        Map<String, BigDecimal> readings = new LinkedHashMap<>();
        Map<String, String> left = new LinkedHashMap<>(said);
        for (StepParameter parameter : step.parameters()) {
            String text =
                    requireNonNull(left.getOrDefault(parameter.name(), "")).strip();
            left.remove(parameter.name());
            if (text.isEmpty()) {
                throw wrong(
                        "reading_missing",
                        parameter.name(),
                        "Step " + step.number() + " needs the " + parameter.name() + ".");
            }
            if (!text.matches("-?\\d{1,12}(\\.\\d{1,9})?")) {
                throw wrong(
                        "reading_invalid",
                        parameter.name(),
                        "\"" + text + "\" is no plain decimal number such as 72.5.");
            }
            readings.put(parameter.name(), new BigDecimal(text));
        }
        if (!left.isEmpty()) {
            String name = left.keySet().iterator().next();
            throw wrong(
                    "reading_unknown",
                    name,
                    "Step " + step.number() + " reads off no " + name + ".");
        }
        return readings;
    }

    private static ObjectNode json(StepRecord record) {
        ObjectNode json = JSON.createObjectNode();
        json.put("id", record.id().toString());
        json.put("occurredAt", record.occurredAt().toString());
        if (record.resource() != null) json.put("resource", record.resource().code());
        ObjectNode readings = json.putObject("readings");
        record.readings().forEach((name, value) -> readings.put(name, value.toPlainString()));
        return json;
    }

    private static Refused wrong(String code, String element, String sentence) {
        return new Refused(Problem.of(code, 422, sentence)
                .advising("Put it right and send it again.")
                .with("element", element));
    }
}
