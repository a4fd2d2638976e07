package stemma.demo;

import stemma.identifiers.ItemCode;
import stemma.identifiers.LotId;
import stemma.identifiers.LotNumber;
import stemma.identifiers.Portion;
import stemma.ledger.Input;
import stemma.ledger.Line;
import stemma.ledger.Place;
import stemma.quantity.Quantity;

import java.util.List;

/**
 * A lot as the people of the story see it: how much is left, where, and on which days it may go.
 */
final class Pile {
    private final LotId lot;
    private final ItemCode item;
    private final LotNumber number;
    private final int from;
    private final int to;
    private Quantity left;
    private Place at;
    private int stoppedTo = -1;

    Pile(LotId lot, ItemCode item, LotNumber number, Quantity left, Place at, int from, int to) {
        this.lot = lot;
        this.item = item;
        this.number = number;
        this.left = left;
        this.at = at;
        this.from = from;
        this.to = to;
    }

    /** Takes so much off the pile; more than is there is a fault of the plan. */
    Taken take(Quantity quantity) {
        if (left.isLessThan(quantity)) {
            throw new IllegalStateException("lot " + number + " of " + item + " has " + left
                    + " left, the plan takes " + quantity);
        }
        left = left.minus(quantity);
        return new Taken(this, quantity, at);
    }

    /** Makes the pile smaller or larger than the story told first. */
    void count(Quantity really) {
        left = really;
    }

    /** Takes the whole pile to another place; returns it as it stood before. */
    Taken move(Place to) {
        Taken before = new Taken(this, left, at);
        at = to;
        return before;
    }

    /** Keeps the pile from use up to and with that day. */
    void stop(int day) {
        stoppedTo = Math.max(stoppedTo, day);
    }

    boolean isUsableOn(int day) {
        return left.isPositive() && from <= day && day <= to && day > stoppedTo;
    }

    boolean isGone() {
        return !left.isPositive();
    }

    LotId lot() {
        return lot;
    }

    ItemCode item() {
        return item;
    }

    LotNumber number() {
        return number;
    }

    Quantity left() {
        return left;
    }

    Place at() {
        return at;
    }

    /** The first day on which it may be used. */
    int from() {
        return from;
    }

    /** A quantity taken off a pile at a place. */
    record Taken(Pile pile, Quantity quantity, Place from) {
        Line line() {
            return new Line(Portion.of(pile.lot), quantity, null, from);
        }

        Input input() {
            return new Input(Portion.of(pile.lot), quantity, null, from, List.of());
        }
    }
}
