package stemma.demo;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.ItemCode;
import stemma.ledger.RunBasis;
import stemma.quantity.Quantity;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/**
 * What each line makes on each day, in the order of the allergens: the least first, and a cleaning
 * wherever the next item may bear less than the one before.
 */
final class Schedule {
    private static final int LEAST_CASES = 1_400;
    private static final int STEPS = 90;
    private static final int STEP = 20;
    private static final double THIRD_RUN = 0.3;
    private static final double CARRY_OVER = 0.03;

    private final List<List<Making>> days = new ArrayList<>();
    private final Random random;

    Schedule(Random random) {
        this.random = random;
        Rotation meals = new Rotation(Finished.ofLine(1));
        Rotation soups = new Rotation(Finished.ofLine(2));
        for (int day = 0; day <= Workdays.TODAY; day++) {
            List<Making> all = new ArrayList<>(line(day, 1, meals));
            all.addAll(line(day, 2, soups));
            days.add(all);
        }
    }

    List<Making> on(int day) {
        return days.get(day);
    }

    /**
     * Returns how much of an input all runs of a day take; those fed from elsewhere do not count.
     */
    Quantity need(ItemCode input, int day) {
        if (day >= days.size()) return Quantity.zero(Measures.KG);
        return days.get(day).stream()
                .filter(making -> !IncidentPlan.feeds(making, input))
                .map(making -> making.item().need(input, making.cases()))
                .reduce(Quantity.zero(Measures.KG), Quantity::plus);
    }

    private List<Making> line(int day, int line, Rotation rotation) {
        List<Making> all = new ArrayList<>(IncidentPlan.makings(day, line));
        List<Integer> sizes = IncidentPlan.otherSizes(day, line);
        int count = sizes.isEmpty() ? (random.nextDouble() < THIRD_RUN ? 3 : 2) : sizes.size();
        List<Finished> items = rotation.next(count);
        items.sort(Comparator.comparing(Finished::allergenRank));
        for (int i = 0; i < count; i++) {
            int cases = sizes.isEmpty() ? LEAST_CASES + STEP * random.nextInt(STEPS) : sizes.get(i);
            RunBasis basis = basis(all.isEmpty() ? null : all.getLast(), items.get(i));
            all.add(new Making(day, line, all.size(), items.get(i), cases, basis, ""));
        }
        return all;
    }

    private RunBasis basis(@Nullable Making before, Finished next) {
        if (before == null) return RunBasis.CLEANING;
        if (before.item().allergenRank() > next.allergenRank()) return RunBasis.CLEANING;
        boolean carries = !before.isOfIncident() && random.nextDouble() < CARRY_OVER;
        return carries ? RunBasis.NONE : RunBasis.CLEARANCE;
    }

    /** Gives each item its turn, in an order shuffled anew each round. */
    private final class Rotation {
        private final List<Finished> items;
        private final Deque<Finished> waiting = new ArrayDeque<>();

        Rotation(List<Finished> items) {
            this.items = new ArrayList<>(items);
        }

        List<Finished> next(int count) {
            List<Finished> turn = new ArrayList<>();
            while (turn.size() < count) {
                if (waiting.isEmpty()) {
                    Collections.shuffle(items, random);
                    waiting.addAll(items);
                }
                turn.add(waiting.removeFirst());
            }
            return turn;
        }
    }
}
