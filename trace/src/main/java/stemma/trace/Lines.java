package stemma.trace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/**
 * Derives which run may have left material to which: one that a run names as the one before it, or
 * one on the same line where nothing shows that the line was clear and no third run certainly lies
 * between. A run that is stated, or stated otherwise, changes only what its neighbours in time
 * carry over, and those alone are derived anew; so the order of statements changes nothing.
 */
final class Lines {
    private final Runs runs;
    private final Statements statements;
    private final Map<Long, Intervals> lines = new HashMap<>();
    /** Runs that name one before them of which nothing is stated yet. */
    private final Map<Long, Ints> waiting = new HashMap<>();

    Lines(Runs runs) {
        this(runs, new Statements());
    }

    private Lines(Runs runs, Statements statements) {
        this.runs = runs;
        this.statements = statements;
    }

    /** Returns the node of a run; where it is new, others may have named it as the one before. */
    int run(long key, Fact.Nature nature) {
        int known = runs.find(key, nature);
        if (known >= 0) return known;
        int run = runs.make(key, nature);
        if (!waiting.isEmpty()) found(key, run);
        return run;
    }

    void state(Fact.Stated said) {
        int run = run(said.run(), Fact.Nature.PLAIN);
        Statements.Said before = statements.of(run);
        statements.add(run, said);
        settle(run, before, statements.of(run));
    }

    void withdraw(Fact.Stated said) {
        int run = run(said.run(), Fact.Nature.PLAIN);
        Statements.Said before = statements.of(run);
        statements.remove(run, said);
        settle(run, before, statements.of(run));
    }

    private void found(long key, int run) {
        Ints after = waiting.remove(key);
        for (int i = 0; after != null && i < after.size(); i++)
            runs.carry(run, known().node(after.get(i)));
    }

    private void settle(int run, Statements.Said before, Statements.Said now) {
        if (before.equals(now)) return;
        if (before.after() != now.after()) {
            if (before.after() != Fact.Stated.NONE) noLongerAfter(before.after(), run);
            if (now.after() != Fact.Stated.NONE) after(now.after(), run);
        }
        if (before.line() != Fact.Stated.NONE) takeOff(run, before);
        if (now.line() != Fact.Stated.NONE) putOn(run, now);
    }

    private void after(long earlier, int run) {
        int from = runs.find(earlier);
        if (from >= 0) runs.carry(from, run);
        else waiting.computeIfAbsent(earlier, _ -> new Ints(1)).add(known().of(run));
    }

    private void noLongerAfter(long earlier, int run) {
        int from = runs.find(earlier);
        if (from >= 0) {
            runs.uncarry(from, run);
            return;
        }
        Ints after = waiting.get(earlier);
        int number = known().of(run);
        for (int i = after.size() - 1; i >= 0; i--) if (after.get(i) == number) after.removeAt(i);
    }

    private void putOn(int run, Statements.Said said) {
        Intervals line = lines.computeIfAbsent(said.line(), _ -> new Intervals());
        List<Neighbour> neighbours = neighbours(line, said);
        neighbours.forEach(p -> following(line, p, (to) -> runs.uncarry(p.run(), to)));
        line.add(said.from(), said.to(), number(run, said));
        neighbours.forEach(p -> following(line, p, (to) -> runs.carry(p.run(), to)));
        Neighbour self = new Neighbour(run, said.from(), said.to());
        following(line, self, (to) -> runs.carry(run, to));
    }

    private void takeOff(int run, Statements.Said said) {
        Intervals line = lines.get(said.line());
        Neighbour self = new Neighbour(run, said.from(), said.to());
        following(line, self, (to) -> runs.uncarry(run, to));
        List<Neighbour> neighbours = neighbours(line, said);
        neighbours.removeIf(p -> p.run() == run);
        neighbours.forEach(p -> following(line, p, (to) -> runs.uncarry(p.run(), to)));
        line.remove(said.from(), said.to(), number(run, said));
        neighbours.forEach(p -> following(line, p, (to) -> runs.carry(p.run(), to)));
    }

    private record Neighbour(int run, long from, long to) {}

    /**
     * Returns the runs between which and this one no third certainly lies. What other runs carry
     * over this one does not change: the third bounds them before it does.
     */
    private List<Neighbour> neighbours(Intervals line, Statements.Said said) {
        List<Neighbour> found = new ArrayList<>();
        long bound = line.lastBeginBefore(said.from());
        line.overlapping(
                bound,
                said.to(),
                at -> found.add(new Neighbour(run(line, at), line.from(at), line.to(at))));
        return found;
    }

    private void following(Intervals line, Neighbour run, IntConsumer told) {
        line.overlapping(run.from(), line.firstEndAfter(run.to()), at -> {
            boolean mayTakeOver = (line.of(at) & 1) == 0;
            if (mayTakeOver && run(line, at) != run.run()) told.accept(run(line, at));
        });
    }

    /** On its line a run goes by the number that lasts, with its basis. */
    private int number(int run, Statements.Said said) {
        return known().of(run) << 1 | said.basis().ordinal();
    }

    private int run(Intervals line, int at) {
        return known().node(line.of(at) >> 1);
    }

    /** Returns the runs of which anything was ever said. */
    Lasting known() {
        return statements.runs();
    }

    void save(Parts parts) {
        statements.save(parts);
        Ints.save(parts, waiting);
        long[] keys = lines.keySet().stream().mapToLong(Long::longValue).toArray();
        parts.fixed(keys, keys.length);
        for (long key : keys) lines.get(key).save(parts);
    }

    static Lines load(Parts parts, Runs runs) {
        Lines loaded = new Lines(runs, Statements.load(parts));
        Ints.load(parts, loaded.waiting::put);
        for (long key : parts.longs()) loaded.lines.put(key, Intervals.load(parts));
        return loaded;
    }

    long bytes() {
        long bytes = statements.bytes();
        for (Intervals line : lines.values()) bytes += line.bytes();
        return bytes;
    }
}
