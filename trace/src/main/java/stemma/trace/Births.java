package stemma.trace;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * How much of each lot came into being: what its makers in the answer yield is added as they are
 * met, what the others yield is looked up. A root is what the question says of it, and what makers
 * in the answer add to it. Where nobody told how much one of them yields, the quantity is open.
 */
final class Births {
    private static final byte SOME = 1;
    private static final byte OPEN = 2;
    private static final byte ASKED = 4;

    private final View view;
    private final Slots slots;
    private final Kinship kinship;
    private final Held held;
    private final Map<Integer, Double> asked = new HashMap<>();
    private final byte[] told;

    private double quantity;
    private boolean isOpen;
    private boolean isToldOfSome;

    Births(View view, Slots slots, Kinship kinship, Held held) {
        this.view = view;
        this.slots = slots;
        this.kinship = kinship;
        this.held = held;
        this.told = new byte[slots.count()];
    }

    /** The question says that a cell is, as a whole, so much. */
    void asked(int slot, double whole) {
        asked.put(slot, whole);
        told[slot] |= ASKED;
    }

    /** A maker in the answer yields so much of a cell. */
    void yields(int slot, long of) {
        if (of == Measure.UNKNOWN) {
            told[slot] |= OPEN;
            return;
        }
        held.born()[slot] += of;
        told[slot] |= SOME;
    }

    /** Nobody can say how much of a cell came from where. */
    void isOpen(int slot) {
        told[slot] |= OPEN;
    }

    /** Forgets what makers yield; what is asked stands. */
    void clear() {
        Arrays.fill(told, (byte) 0);
        asked.keySet().forEach(slot -> told[slot] |= ASKED);
    }

    /** Says whether each of them told it, and the question says nothing of the cell. */
    boolean isAllMet(int slot) {
        return told[slot] == SOME;
    }

    /** Adds up for an uncut cell; makers in the answer must have been met. */
    void of(int cell) {
        quantity = 0;
        isOpen = false;
        isToldOfSome = false;
        boolean isAsked = isAsked(cell);
        double part = 1;
        for (int at = cell; at >= 0; ) {
            at(at, part, isAsked);
            at = view.whole(at);
            if (at >= 0) part = (double) kinship.units(cell) / kinship.units(at);
        }
        isOpen |= !isToldOfSome;
    }

    /** Returns what was told of the quantity as it came into being. */
    double quantity() {
        return quantity;
    }

    /** Says whether there may have been more of it. */
    boolean isOpen() {
        return isOpen;
    }

    private boolean isAsked(int cell) {
        for (int at = cell; at >= 0; at = view.whole(at)) {
            int slot = slots.of(at);
            if (slot >= 0 && (told[slot] & ASKED) != 0) return true;
        }
        return false;
    }

    private void at(int cell, double part, boolean isAsked) {
        int slot = slots.of(cell);
        if (slot >= 0) {
            quantity += held.born()[slot] * part;
            isOpen |= (told[slot] & OPEN) != 0;
            isToldOfSome |= (told[slot] & SOME) != 0;
        }
        if (isAsked) {
            Double whole = asked.get(slot);
            if (whole != null) {
                quantity += whole * part;
                isToldOfSome = true;
            }
            return;
        }
        Ints makers = kinship.makers(cell);
        for (int i = 0; i < makers.size(); i++)
            if (slots.of(makers.get(i)) < 0) outside(makers.get(i), cell, part);
    }

    private void outside(int maker, int cell, double part) {
        boolean isEpoch = view.labels().kind(maker) == Labels.EPOCH;
        Ints links = new Ints();
        kinship.between(maker, cell, (_, place) -> links.add(place));
        for (int i = 0; i < links.size(); i++) {
            long yielded = view.forward().quantity(links.get(i));
            boolean isOfOthers = isEpoch && kinship.isOfSeveralFillings(cell, maker, links.get(i));
            if (yielded == Measure.UNKNOWN || isOfOthers) {
                isOpen = true;
                continue;
            }
            quantity += yielded * part;
            isToldOfSome = true;
        }
    }
}
