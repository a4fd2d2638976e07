package stemma.trace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The genealogy in memory: one writer tells it facts, any number of readers ask. A reader takes the
 * lock only to find its roots and to take the view of that moment; it walks without one, and what
 * is written meanwhile does not change its answer. See {@link Ways} for why that is safe.
 */
public final class TraceIndex {
    /** How many questions can be walked at once. */
    public static final int AT_ONCE = Long.SIZE;

    private final Lock lock = new ReentrantLock();
    private final int few;
    private final Queue<Reach> resting = new ConcurrentLinkedQueue<>();
    private final Queue<Slots> restingSlots = new ConcurrentLinkedQueue<>();
    private final Queue<Suspects> restingSuspects = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean merging = new AtomicBoolean();
    private Core core = Core.empty();
    private int firstPools;
    private int broughtOver;
    private boolean isSound = true;
    private View view = core.publish(0);

    public TraceIndex() {
        this(Reach.FEW);
    }

    /** Takes from how many nodes on an answer is large. */
    TraceIndex(int few) {
        this.few = few;
    }

    /** Something that the writer does as one: readers see all of it or nothing. */
    public interface Telling {
        void to(Facts facts);
    }

    /** Takes facts, stated or withdrawn, in any order, each as often as it was stated. */
    public interface Facts {
        void state(Fact fact);

        /** Takes back what was stated; it is a fault where it was not. */
        void withdraw(Fact fact);
    }

    /**
     * Takes in what is told, once it is told to the end; from the next question on it is part of
     * every answer. An index that was told what cannot be, such as taking back what was never
     * stated, answers nothing more: it is told everything anew.
     */
    public void tell(Telling telling) {
        Intake intake = new Intake();
        telling.to(intake);
        lock.lock();
        try {
            requireSound();
            isSound = false;
            intake.into(core);
            view = core.publish(firstPools);
            isSound = true;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Makes all that stands now a new frozen base, numbered in the order in which material goes.
     * Meanwhile the index is told and asked as ever. Returns false, having done nothing, where it
     * is being merged already.
     */
    public boolean merge() {
        return merge(() -> {}, () -> {});
    }

    /** Does something before the new base of what stands now is made, and something after. */
    boolean merge(Runnable before, Runnable after) {
        if (!merging.compareAndSet(false, true)) return false;
        try {
            Merge.Taken taken = taken();
            before.run();
            Merge merge = Merge.of(taken);
            after.run();
            lock.lock();
            try {
                requireSound();
                isSound = false;
                broughtOver = core.take(merge);
                firstPools = merge.pools();
                view = core.publish(firstPools);
                isSound = true;
            } finally {
                lock.unlock();
            }
            return true;
        } finally {
            unwatch();
            merging.set(false);
        }
    }

    private Merge.Taken taken() {
        lock.lock();
        try {
            requireSound();
            return core.taken(view);
        } finally {
            lock.unlock();
        }
    }

    private void unwatch() {
        lock.lock();
        try {
            core.watch(false);
        } finally {
            lock.unlock();
        }
    }

    /** Returns in how many steps the last merge brought over what was told during it. */
    int broughtOver() {
        lock.lock();
        try {
            return broughtOver;
        } finally {
            lock.unlock();
        }
    }

    /** Returns how many bytes the index takes, by part. */
    public Map<String, Long> memory() {
        lock.lock();
        try {
            return core.memory();
        } finally {
            lock.unlock();
        }
    }

    /** Returns how many arcs stand behind the frozen base or ended in it: what a merge takes in. */
    public long unmerged() {
        lock.lock();
        try {
            return core.graph.forward.inTail();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Writes all that stands now to a file, with a mark of the caller's that says of what it is:
     * which ledger, sealed to where, followed to where. The file takes the place of an older one
     * only when it is whole and on the disk.
     */
    public void save(Path file, String mark) throws IOException {
        kept().save(file, mark);
    }

    /** Returns all that stands now, to be written while the index is told more. */
    public Kept kept() {
        Parts parts = new Parts();
        lock.lock();
        try {
            requireSound();
            parts.numbers(firstPools);
            core.save(parts);
        } finally {
            lock.unlock();
        }
        return new Kept(parts);
    }

    /** What stood at one moment; it is written once. */
    public static final class Kept {
        private final Parts parts;

        private Kept(Parts parts) {
            this.parts = parts;
        }

        /** Writes it as {@link TraceIndex#save} does. */
        public void save(Path file, String mark) throws IOException {
            Snapshot.write(file, mark, parts);
        }
    }

    /** What came of reading a snapshot. */
    public sealed interface Loading {
        /** The index as it was saved, and the mark it was saved with. */
        record Loaded(TraceIndex index, String mark) implements Loading {}

        /** The file is not taken, and why; the index is then told everything anew. */
        record Refused(String why) implements Loading {}
    }

    /** Reads a file, where the caller accepts its mark. */
    public static Loading load(Path file, Predicate<String> isOurs) throws IOException {
        if (!Files.exists(file)) return new Loading.Refused("there is none");
        try {
            Snapshot.Read read = Snapshot.read(file);
            if (!isOurs.test(read.mark()))
                return new Loading.Refused("it is of another record: " + read.mark());
            TraceIndex index = new TraceIndex();
            index.firstPools = read.parts().ints()[0];
            index.core = Core.load(read.parts());
            index.view = index.core.publish(index.firstPools);
            return new Loading.Loaded(index, read.mark());
        } catch (Snapshot.Refused refused) {
            return new Loading.Refused(refused.getMessage());
        }
    }

    /**
     * Returns everything that may contain the roots, or that they may contain, themselves included;
     * a root that nothing was stated of is reached by itself.
     */
    public Reached trace(Collection<Span> roots, Direction direction, Cause cause) {
        List<Walk.Roots> found = new ArrayList<>(1);
        View seen = find(List.of(roots), found);
        return with(seen, reach -> new Walk(seen, direction, cause, reach).from(found.getFirst()));
    }

    /**
     * Returns what {@link #trace} would return for each of up to sixty-four questions, from one
     * walk; what is reached only through pools is not told apart.
     */
    public List<Reached> traceEach(
            List<? extends Collection<Span>> questions, Direction direction, Cause cause) {
        if (questions.size() > AT_ONCE)
            throw new IllegalArgumentException("at most " + AT_ONCE + " questions at once");
        List<Walk.Roots> found = new ArrayList<>(questions.size());
        View seen = find(questions, found);
        Suspects resting = restingSuspects.poll();
        Suspects suspects = (resting == null ? new Suspects(seen) : resting).over(seen, direction);
        List<NodeSet> begins = new ArrayList<>(questions.size());
        long mask = 1;
        for (Walk.Roots roots : found) {
            NodeSet begun =
                    with(seen, reach -> new Walk(seen, direction, cause, reach).begun(roots));
            begins.add(begun);
            long question = mask;
            begun.forEach(node -> suspects.add(node, question));
            mask <<= 1;
        }
        suspects.walk();
        if (direction == Direction.BACKWARD && cause == Cause.MATERIAL) suspects.siblings(found);
        List<Reached> reached = suspects.reached(found, begins);
        restingSuspects.offer(suspects);
        return reached;
    }

    /**
     * Returns how much of the roots is in each lot that may contain them. It goes by where material
     * went, so lots that share their material only by being parted from one have no share. What is
     * told of makers that the roots did not reach counts for lots reached, not for the roots, which
     * are what the question says, and more only by what comes back to them.
     */
    public Shares shares(Collection<Root> roots) {
        requireApart(roots);
        List<Sources.Found> found = new ArrayList<>();
        View seen;
        lock.lock();
        try {
            requireSound();
            seen = view;
            for (Root root : roots) {
                Ints cells = new Ints();
                core.cells.find(root.lot(), cells, cells);
                found.add(new Sources.Found(root, cells));
            }
        } finally {
            lock.unlock();
        }
        Ints begin = new Ints();
        for (Sources.Found root : found)
            for (int i = 0; i < root.cells().size(); i++) begin.add(root.cells().get(i));
        Walk.Roots from = new Walk.Roots(begin, new Ints(), Map.of());
        NodeSet reached = with(
                seen,
                reach -> new Walk(seen, Direction.FORWARD, Cause.LOCAL, reach)
                        .from(from)
                        .nodes());
        Slots slots = restingSlots.poll();
        if (slots == null) slots = new Slots();
        try {
            return Shares.of(seen, reached, slots, found);
        } finally {
            slots.clear();
            restingSlots.offer(slots);
        }
    }

    private static void requireApart(Collection<Root> roots) {
        List<Span> spans = new ArrayList<>();
        for (Root root : roots) spans.add(root.lot());
        Collections.sort(spans);
        for (int i = 1; i < spans.size(); i++) {
            Span before = spans.get(i - 1);
            if (before.lot() == spans.get(i).lot()
                    && before.last() >= spans.get(i).first())
                throw new IllegalArgumentException("roots have no unit in common: " + before);
        }
    }

    /** Finds the roots of each question, all in the view that is returned. */
    private View find(List<? extends Collection<Span>> questions, List<Walk.Roots> found) {
        lock.lock();
        try {
            requireSound();
            for (Collection<Span> roots : questions) found.add(find(roots));
            return view;
        } finally {
            lock.unlock();
        }
    }

    private void requireSound() {
        if (!isSound)
            throw new IllegalStateException("the index was told what cannot be: tell it anew");
    }

    private Walk.Roots find(Collection<Span> roots) {
        Ints whole = new Ints();
        Ints partly = new Ints();
        Map<Span, Integer> apart = new LinkedHashMap<>();
        for (Span root : roots) {
            int before = whole.size();
            core.cells.find(root, whole, partly);
            if (!core.cells.isWhole(root, whole, before))
                apart.put(root, core.cells.find(root.lot()));
        }
        return new Walk.Roots(whole, partly, apart);
    }

    /** What a question needs is as long as the graph, so it is used again. */
    private <T> T with(View seen, Function<Reach, T> work) {
        Reach reach = resting.poll();
        if (reach == null) reach = new Reach(seen.nodes(), few);
        try {
            return work.apply(reach.over(seen));
        } finally {
            resting.offer(reach);
        }
    }
}
