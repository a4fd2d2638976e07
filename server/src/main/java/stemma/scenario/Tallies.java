package stemma.scenario;

import stemma.catalog.MasterKind;
import stemma.catalog.MasterQuery;
import stemma.catalog.Recipe;
import stemma.identifiers.EventId;
import stemma.identifiers.ItemCode;
import stemma.identifiers.Portion;
import stemma.identifiers.RunId;
import stemma.ledger.Event;
import stemma.ledger.Facts;
import stemma.ledger.Movement;
import stemma.ledger.Passport;
import stemma.ledger.Place;
import stemma.ledger.Recorded;
import stemma.lots.Lot;
import stemma.production.MassBalance;
import stemma.production.RunCard;
import stemma.quantity.Quantity;
import stemma.stock.Balance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What adds up: where a lot came from and went, and what went into a run and came out of it. */
final class Tallies {
    private final Scene scene;

    Tallies(Scene scene) {
        this.scene = scene;
    }

    /**
     * Returns a line for what came from where, and beneath it one for each place where it is now.
     */
    List<String> whereabouts(Lot lot, Portion portion) {
        LotTelling telling = new LotTelling(scene);
        Map<String, Quantity> came = new TreeMap<>();
        Map<String, Quantity> went = new LinkedHashMap<>();
        Quantity sum = Quantity.zero(lot.unit());
        for (Balance balance : scene.balances(portion)) {
            Quantity quantity = balance.quantity();
            sum = sum.plus(quantity);
            String place = telling.movedTo(balance.place());
            if (quantity.isNegative()) {
                came.merge(telling.cameFrom(balance.place()), quantity.negated(), Quantity::plus);
            } else if (quantity.isPositive()) went.merge(place, quantity, Quantity::plus);
        }
        List<String> lines = new ArrayList<>();
        lines.add(scene.names().words(portion) + "  " + lot.item());
        came.forEach((from, quantity) -> lines.add("  " + quantity + " " + from));
        went.forEach((to, quantity) -> lines.add("  " + quantity + " " + to));
        if (!lot.isSerial() && !sum.isZero()) lines.add("  does not add up by " + sum);
        return lines;
    }

    /** Returns {@code in 120 kg · out 119.5 kg · unaccounted 0.5 kg (0.4 %, within 2 %)}. */
    String balance(RunId run) {
        RunCard card = scene.plant().production().run(run.code()).getFirst();
        String tolerance =
                card.balance() instanceof MassBalance.Sums sums && sums.in().isPositive()
                        ? " (" + sums.percent().toPlainString() + " %" + allowed(card, sums) + ")"
                        : "";
        return card.balance().words() + tolerance;
    }

    private String allowed(RunCard card, MassBalance.Sums sums) {
        return card.outputs().stream()
                .flatMap(output -> recipe(output.lot().lot().item()).stream())
                .findFirst()
                .map(Recipe::tolerancePercent)
                .map(most -> (sums.isWithin(most) ? ", within " : ", beyond ")
                        + most.toPlainString() + " %")
                .orElse("");
    }

    /** Returns a line for each quantity that went into the run or came out of it. */
    List<String> flows(RunId run) {
        Place inRun = new Place.InRun(run);
        List<String> lines = new ArrayList<>();
        for (Movement movement : standing(run)) {
            Passport passport = scene.names().passport(movement.lot());
            lines.add((movement.to().equals(inRun) ? "in " : "out ")
                    + scene.names().words(movement.lot())
                    + (passport == null ? "" : " " + passport.item()) + " " + movement.quantity());
        }
        return lines.isEmpty() ? List.of("nothing") : lines;
    }

    /** The movements into and out of a run as they stand, inputs first, corrections taken in. */
    private List<Movement> standing(RunId run) {
        Place inRun = new Place.InRun(run);
        List<Recorded> recorded =
                new ArrayList<>(scene.plant().ledger().history().ofDocument(run.code()));
        Set<Portion> inputs = new LinkedHashSet<>();
        for (Movement movement : movements(recorded, inRun)) {
            if (movement.to().equals(inRun)) inputs.add(movement.lot());
        }
        // What stays in the process is told of the lot, and bears no document.
        for (Portion input : inputs) {
            recorded.addAll(scene.plant().ledger().history().of(input));
        }
        return movements(recorded, inRun);
    }

    private static List<Movement> movements(List<Recorded> recorded, Place inRun) {
        Map<EventId, Event> standing = new LinkedHashMap<>();
        recorded.stream().sorted(Comparator.comparing(Recorded::seq)).forEach(one -> {
            if (one.undone() != null) standing.remove(one.undone().effect().id());
            if (one.effect() != null) standing.put(one.effect().id(), one.effect());
        });
        List<Movement> inputs = new ArrayList<>();
        List<Movement> outputs = new ArrayList<>();
        for (Event event : standing.values()) {
            for (Movement movement : Facts.movements(event)) {
                if (movement.to().equals(inRun)) inputs.add(movement);
                if (movement.from().equals(inRun)) outputs.add(movement);
            }
        }
        inputs.addAll(outputs);
        return inputs;
    }

    private Optional<Recipe> recipe(ItemCode item) {
        return scene.plant().catalog().page(MasterKind.RECIPE, MasterQuery.ALL).rows().stream()
                .map(row -> row.master())
                .filter(Recipe.class::isInstance)
                .map(Recipe.class::cast)
                .filter(recipe -> recipe.item().equals(item))
                .findFirst();
    }
}
