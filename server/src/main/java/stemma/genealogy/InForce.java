package stemma.genealogy;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.HoldCode;
import stemma.identifiers.LotNumber;
import stemma.identifiers.Portion;
import stemma.ledger.Event;
import stemma.ledger.Passport;
import stemma.ledger.Reach;
import stemma.ledger.Stood;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A hold, with the entry since which it was in force without a break and the one that ended it. */
record InForce(Event.Held held, long since, long until) {

    /** Says whether it was in force when the entry of that seq was judged. */
    boolean at(long seq) {
        return since < seq && seq < until;
    }

    /** Says whether it names the lot: by itself, or by what each of its passports says. */
    boolean names(Portion lot, List<Passport> passports) {
        return switch (held.reach()) {
            case Reach.Sublot(var named) -> named.overlaps(lot);
            case Reach.Family(var item, var number) ->
                passports.stream()
                        .allMatch(p -> isSame(p.number(), number)
                                && (item == null || item.equals(p.item())));
            case Reach.Content _, Reach.Standing _, Reach.Yield _, Reach.Touched _ -> false;
        };
    }

    private static boolean isSame(LotNumber one, LotNumber other) {
        return one.normal().equals(other.normal());
    }

    /** Returns when the holds were in force of which these entries tell, in their order. */
    static List<InForce> of(Collection<Stood> told) {
        List<Step> steps = new ArrayList<>();
        for (Stood one : told) {
            HoldCode hold = hold(one.effect());
            if (hold == null) continue;
            steps.add(new Step(one.seq(), Way.BEGINS, hold, one));
            if (one.until() != Stood.STILL) steps.add(new Step(one.until(), Way.ENDS, hold, one));
        }
        steps.sort(Comparator.comparing(Step::seq).thenComparing(Step::way));
        List<InForce> all = new ArrayList<>();
        Map<HoldCode, State> states = new HashMap<>();
        for (Step step : steps) {
            State before = states.get(step.hold());
            State after = after(before, step);
            if (before != null && before.isInForce() && !before.equals(after))
                all.add(new InForce(before.held(), before.since(), step.seq()));
            if (after == null) states.remove(step.hold());
            else states.put(step.hold(), after);
        }
        for (State state : states.values())
            if (state.isInForce()) all.add(new InForce(state.held(), state.since(), Stood.STILL));
        return all;
    }

    private static @Nullable HoldCode hold(@Nullable Event effect) {
        if (effect instanceof Event.Held held) return held.hold();
        return effect instanceof Event.HoldLifted lifted ? lifted.hold() : null;
    }

    /** A correction ends what it corrects before what it puts in its place begins. */
    private enum Way {
        ENDS,
        BEGINS
    }

    private record Step(long seq, Way way, HoldCode hold, Stood by) {}

    /** A hold that was set; {@code lifted} is the entry that lifted it, 0 where none has. */
    private record State(Event.Held held, long since, long lifted) {
        boolean isInForce() {
            return lifted == 0;
        }
    }

    /** Whoever corrects a hold sets it anew; whoever corrects its lift puts it in force again. */
    private static @Nullable State after(@Nullable State before, Step step) {
        boolean begins = step.way() == Way.BEGINS;
        if (step.by().effect() instanceof Event.Held held)
            return begins ? new State(held, step.seq(), 0) : null;
        if (before == null) return null;
        if (begins && before.isInForce())
            return new State(before.held(), before.since(), step.seq());
        if (!begins && before.lifted() == step.by().seq())
            return new State(before.held(), step.seq(), 0);
        return before;
    }
}
