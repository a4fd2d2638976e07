package stemma.trace;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Into what parts that which is in a node goes on, as fractions of it: at least, to be expected, at
 * most. A lot goes into runs and vessels by how much of it went, each of its units alike; a run
 * into what it yields and loses by weight, and where one of these has none, nobody knows: from none
 * to all of it, and even parts are expected.
 */
final class Parting {
    private static final int FEW = 16;

    private final View view;
    private final Labels labels;
    private final Slots slots;
    private final Births births;
    private final Kinship kinship;
    private final Ints targets = new Ints();
    private final Ints places = new Ints();
    private double[] amounts = new double[16];
    private int count;
    private int[] to = new int[16];
    private double[] least = new double[16];
    private double[] likely = new double[16];
    private double[] most = new double[16];
    private double kept;
    /** How many units of each lot a maker of many outputs yields. */
    private final Map<Long, Long> yieldedUnits = new HashMap<>();

    Parting(View view, Slots slots, Births births, Kinship kinship) {
        this.view = view;
        this.labels = view.labels();
        this.slots = slots;
        this.births = births;
        this.kinship = kinship;
    }

    int count() {
        return count;
    }

    int to(int part) {
        return to[part];
    }

    double least(int part) {
        return least[part];
    }

    double likely(int part) {
        return likely[part];
    }

    double most(int part) {
        return most[part];
    }

    /** Returns which fraction is expected to stay. */
    double kept() {
        return kept;
    }

    boolean isCell(int slot) {
        return labels.isCell(slots.node(slot));
    }

    /** Returns how many units a cell is. */
    long units(int slot) {
        return kinship.units(slots.node(slot));
    }

    /** Parts a node; how much of it came into being must be known by then. */
    void of(int slot) {
        count = 0;
        yieldedUnits.clear();
        int node = slots.node(slot);
        int kind = labels.kind(node);
        if (kind <= Labels.WIDE) cell(node);
        else if (kind == Labels.EPOCH) vessel(node);
        else if (kind == Labels.LEFT) left(node);
        else if (kind != Labels.ANCHOR && kind != Labels.LOST) run(node, kind);
        kept = 1;
        for (int i = 0; i < count; i++) kept -= likely[i];
        kept = Math.max(0, kept);
    }

    /** Adds where a node goes on to, without asking how much. */
    void targets(int slot, Ints into) {
        if (!slots.has(slot)) return;
        int node = slots.node(slot);
        int kind = labels.kind(node);
        if (kind == Labels.ANCHOR || kind == Labels.LOST) return;
        uses(node);
        for (int i = 0; i < targets.size(); i++) into.add(slots.of(targets.get(i)));
    }

    /** Tells how much of its outputs a maker brings into being. */
    void births(int slot) {
        int maker = slots.node(slot);
        if (!kinship.isMaker(maker)) return;
        collect(maker);
        boolean isEpoch = labels.kind(maker) == Labels.EPOCH;
        for (int i = 0; i < targets.size(); i++) {
            int cell = targets.get(i);
            if (!labels.isCell(cell)) continue;
            if (isEpoch && kinship.isOfSeveralFillings(cell, maker, places.get(i)))
                births.isOpen(slots.of(cell));
            else births.yields(slots.of(cell), view.forward().quantity(places.get(i)));
        }
    }

    private void collect(int node) {
        targets.clear();
        places.clear();
        view.forward().collect(node, targets, places);
    }

    /** Collects where a node goes on to: an uncut cell into makers, a cut one into its parts. */
    private boolean uses(int node) {
        collect(node);
        int found = targets.size();
        if (amounts.length < found) amounts = new double[found * 2];
        boolean isCut = false;
        int anchor = -1;
        int own = 0;
        boolean isCell = labels.isCell(node);
        for (int i = 0; i < found; i++) {
            int target = targets.get(i);
            if (labels.kind(target) == Labels.ANCHOR) {
                anchor = target;
                continue;
            }
            isCut |= isCell && labels.isCell(target);
            long quantity = view.forward().quantity(places.get(i));
            amounts[own] = quantity == Measure.UNKNOWN ? -1 : quantity;
            targets.set(own, target);
            places.set(own++, places.get(i));
        }
        targets.cutTo(own);
        places.cutTo(own);
        if (anchor >= 0 && !isCut) usesOfWholes(node, anchor);
        return isCut;
    }

    /** Each unit of what is used as a whole is used alike. */
    private void usesOfWholes(int node, int first) {
        Ints found = new Ints();
        Ints at = new Ints();
        int whole = view.whole(node);
        for (int anchor = first; anchor >= 0; whole = view.whole(whole)) {
            double part = (double) kinship.units(node) / kinship.units(whole);
            found.clear();
            at.clear();
            view.forward().collect(anchor, found, at);
            anchor = -1;
            for (int i = 0; i < found.size(); i++) {
                if (labels.kind(found.get(i)) == Labels.ANCHOR) {
                    anchor = found.get(i);
                    continue;
                }
                long quantity = view.forward().quantity(at.get(i));
                if (targets.size() == amounts.length)
                    amounts = Arrays.copyOf(amounts, amounts.length * 2);
                amounts[targets.size()] = quantity == Measure.UNKNOWN ? -1 : quantity * part;
                targets.add(found.get(i));
                places.add(at.get(i));
            }
        }
    }

    private void cell(int cell) {
        boolean isCut = uses(cell);
        if (targets.isEmpty()) return;
        if (isCut) parts(cell);
        else lot(cell);
    }

    private void parts(int cell) {
        double units = kinship.units(cell);
        for (int i = 0; i < targets.size(); i++) {
            double part = kinship.units(targets.get(i)) / units;
            add(targets.get(i), part, part, part);
        }
    }

    private void lot(int cell) {
        births.of(cell);
        double used = 0;
        int untold = 0;
        int uses = targets.size();
        for (int i = 0; i < uses; i++) {
            if (amounts[i] < 0) untold++;
            else used += amounts[i];
        }
        double whole = Math.max(births.quantity(), used);
        boolean isOpen = births.isOpen();
        double rest = whole > 0 ? Math.max(0, 1 - used / whole) : 1;
        double ofTold = used > 0 ? (double) (uses - untold) / uses / used : 0;
        for (int i = 0; i < uses; i++) {
            if (amounts[i] < 0) {
                if (isOpen) add(targets.get(i), 0, 1.0 / uses, 1);
                else add(targets.get(i), 0, rest / untold, rest);
                continue;
            }
            double part = whole > 0 ? amounts[i] / whole : 0;
            if (!isOpen) add(targets.get(i), part, part, part);
            else if (untold == 0) add(targets.get(i), 0, part, part);
            else add(targets.get(i), 0, Math.min(part, amounts[i] * ofTold), part);
        }
    }

    private void run(int run, int kind) {
        collect(run);
        double all = 0;
        long outputs = 0;
        boolean isWeighed = true;
        for (int i = 0; i < targets.size(); i++) {
            if (labels.kind(targets.get(i)) == Labels.LEFT) continue;
            long weight = view.forward().weight(places.get(i));
            outputs += evenly(targets.get(i));
            if (weight == Measure.UNKNOWN) isWeighed = false;
            else all += weight;
        }
        isWeighed &= all > 0;
        for (int i = 0; i < targets.size(); i++) {
            int target = targets.get(i);
            if (labels.kind(target) == Labels.LEFT) {
                add(target, 0, 0, 1);
                continue;
            }
            double part = isWeighed
                    ? view.forward().weight(places.get(i)) / all
                    : (double) evenly(target) / outputs;
            if (isWeighed && kind != Labels.POOL) add(target, part, part, part);
            else add(target, 0, part, ofItsLot(target));
        }
    }

    /** Even parts go to units, however they were stated; what is lost counts as one. */
    private long evenly(int target) {
        return labels.isCell(target) ? kinship.units(target) : 1;
    }

    /**
     * Returns which part a cell is of all that the maker yields of its lot: a lot may have all that
     * is in the maker, and its units are alike.
     */
    private double ofItsLot(int target) {
        if (!labels.isCell(target)) return 1;
        if (targets.size() > FEW && yieldedUnits.isEmpty()) {
            for (int i = 0; i < targets.size(); i++) {
                int other = targets.get(i);
                if (labels.isCell(other))
                    yieldedUnits.merge(labels.name(other), kinship.units(other), Long::sum);
            }
        }
        long units = yieldedUnits.getOrDefault(labels.name(target), 0L);
        if (units == 0) units = unitsOf(labels.name(target));
        return (double) kinship.units(target) / units;
    }

    private long unitsOf(long lot) {
        long units = 0;
        for (int i = 0; i < targets.size(); i++) {
            int other = targets.get(i);
            if (labels.isCell(other) && labels.name(other) == lot) units += kinship.units(other);
        }
        return units;
    }

    /** Nobody expects anything to be left in a line; a run may follow for more than one reason. */
    private void left(int left) {
        collect(left);
        Ints runs = Kinship.once(targets);
        for (int i = 0; i < runs.size(); i++) add(runs.get(i), 0, 0, 1);
    }

    /** All fills between the same emptyings are one mixture, of which what is not drawn stays. */
    private void vessel(int epoch) {
        collect(epoch);
        double drawn = 0;
        long draws = 0;
        boolean isWeighed = true;
        for (int i = 0; i < targets.size(); i++) {
            long weight = view.forward().weight(places.get(i));
            draws += evenly(targets.get(i));
            if (weight == Measure.UNKNOWN) isWeighed = false;
            else drawn += weight;
        }
        double filled = isWeighed ? filled(epoch) : -1;
        double all = Math.max(filled, drawn);
        isWeighed &= all > 0;
        for (int i = 0; i < targets.size(); i++) {
            int cell = targets.get(i);
            if (!isWeighed) {
                add(cell, 0, (double) evenly(cell) / draws, ofItsLot(cell));
                continue;
            }
            double part = view.forward().weight(places.get(i)) / all;
            boolean isSure =
                    filled >= 0 && !kinship.isOfSeveralFillings(cell, epoch, places.get(i));
            add(cell, isSure ? part : 0, part, part);
        }
    }

    /** Returns the weight of all fills of a vessel, below zero where one is not told. */
    private double filled(int epoch) {
        Ints inputs = kinship.inputs(epoch);
        double[] all = {0};
        for (int i = 0; i < inputs.size(); i++) {
            kinship.between(kinship.any(inputs.get(i)), epoch, (_, place) -> {
                long weight = view.forward().weight(place);
                all[0] = weight == Measure.UNKNOWN || all[0] < 0 ? -1 : all[0] + weight;
            });
        }
        return all[0];
    }

    private void add(int target, double atLeast, double expected, double atMost) {
        if (count == to.length) {
            to = Arrays.copyOf(to, count * 2);
            least = Arrays.copyOf(least, count * 2);
            likely = Arrays.copyOf(likely, count * 2);
            most = Arrays.copyOf(most, count * 2);
        }
        to[count] = slots.of(target);
        least[count] = atLeast;
        likely[count] = expected;
        most[count++] = atMost;
    }
}
