package stemma;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import stemma.catalog.AmendmentAnswer;
import stemma.catalog.MasterRefusal;
import stemma.catalog.Recipe;
import stemma.catalog.RecipeLine;
import stemma.catalog.RecipeStep;
import stemma.catalog.Standing;
import stemma.catalog.WorkOrder;
import stemma.identifiers.ActorId;
import stemma.identifiers.EventId;
import stemma.identifiers.ItemCode;
import stemma.identifiers.OrderCode;
import stemma.identifiers.ResourceCode;
import stemma.identifiers.SiteCode;
import stemma.journal.Author;
import stemma.production.Steps;
import stemma.quantity.Quantity;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** A step is told in the moment in which its order is pinned to a wider revision of the recipe. */
class StepRaceTest {
    private static final ItemCode BREAD = new ItemCode("bread");
    private static final Author OTTO = new Author(new ActorId("otto"), "race", "test");
    private static ApiPlant plant;

    @BeforeAll
    static void start() {
        plant = ApiPlant.stocked();
        plant.define(recipe("R1", "180..220"));
        plant.define(recipe("R2", "20..220"));
    }

    @AfterAll
    static void stop() {
        plant.close();
    }

    @Test
    void a_step_waits_for_the_order_and_is_judged_by_the_revision_that_is_then_in_force()
            throws Exception {
        plant.define(order("WO-1", "R1"));
        var told = plant.world.transactions().execute(status -> {
            plant.define(order("WO-1", "R2"));
            return waiting(() -> plant.world.steps().record(OTTO, done("WO-1", "60")));
        });
        assertThat(told.get(30, TimeUnit.SECONDS).reason()).isEmpty();
    }

    @Test
    void an_order_is_not_pinned_anew_once_a_step_is_told() throws Exception {
        plant.define(order("WO-2", "R1"));
        var pinned = plant.world.transactions().execute(status -> {
            var unused = plant.world.steps().record(OTTO, done("WO-2", "200"));
            return waiting(
                    () -> plant.world.catalog().define(order("WO-2", "R2"), OTTO, "the wider one"));
        });
        assertThat(pinned.get(30, TimeUnit.SECONDS))
                .isInstanceOfSatisfying(
                        AmendmentAnswer.Refused.class,
                        refused -> assertThat(refused.refusals())
                                .extracting(MasterRefusal::code)
                                .containsExactly("order_fixed"));
    }

    /** Begins it beside the transaction that runs, and sees that it waits for that one's end. */
    private static <T> CompletableFuture<T> waiting(Supplier<T> deed) {
        CompletableFuture<T> begun = CompletableFuture.supplyAsync(deed);
        assertThatThrownBy(() -> begun.get(1, TimeUnit.SECONDS))
                .isInstanceOf(TimeoutException.class);
        return begun;
    }

    private static Steps.Done done(String order, String heat) {
        return new Steps.Done(
                new EventId(UUID.randomUUID()),
                new OrderCode(order),
                20,
                new ResourceCode("LINE-1"),
                Map.of("heat", heat),
                null,
                "");
    }

    private static Recipe recipe(String revision, String limits) {
        return new Recipe(
                BREAD,
                revision,
                List.of(
                        new RecipeLine(RecipeLine.Part.OUTPUT, BREAD, Quantity.of("100 ea")),
                        new RecipeLine(
                                RecipeLine.Part.INPUT,
                                new ItemCode("flour"),
                                Quantity.of("50 kg"))),
                RecipeStep.list("20 | Bake | equipment | work | heat (°C) " + limits),
                BigDecimal.ZERO,
                Standing.ACTIVE);
    }

    private static WorkOrder order(String code, String revision) {
        return new WorkOrder(
                new OrderCode(code),
                new SiteCode("MAIN"),
                BREAD,
                revision,
                Quantity.of("100 ea"),
                new ResourceCode("LINE-1"),
                null,
                Standing.ACTIVE);
    }
}
