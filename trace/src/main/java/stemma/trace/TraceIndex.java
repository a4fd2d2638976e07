package stemma.trace;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The genealogy in memory: one writer tells it facts, any number of readers ask. A reader takes the
 * lock only to find its roots and to take the view of that moment; it walks without one, and what
 * is written meanwhile does not change its answer. See {@link Ways} for why that is safe.
 */
public final class TraceIndex {
    private final Lock lock = new ReentrantLock();
    private final int few;
    private final Queue<Reach> resting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean merging = new AtomicBoolean();
    private Core core = Core.empty();
    private int firstPools;
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

    /** Takes in what is told; from the next question on it is part of every answer. */
    public void tell(Telling telling) {
        lock.lock();
        try {
            telling.to(new Intake(core));
            view = core.publish(firstPools);
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
        if (!merging.compareAndSet(false, true)) return false;
        try {
            View taken;
            Ints pools;
            lock.lock();
            try {
                taken = view;
                pools = core.runs.pools().copy();
            } finally {
                lock.unlock();
            }
            Merge merge = new Merge(taken, pools);
            lock.lock();
            try {
                core = merge.of(core);
                firstPools = pools.size();
                view = core.publish(firstPools);
            } finally {
                lock.unlock();
            }
            return true;
        } finally {
            merging.set(false);
        }
    }

    private record Intake(Core core) implements Facts {
        @Override
        public void state(Fact fact) {
            core.state(fact);
        }

        @Override
        public void withdraw(Fact fact) {
            core.withdraw(fact);
        }
    }

    /**
     * Returns everything that may contain the roots, or that they may contain, themselves included;
     * a root that nothing was stated of is reached by itself.
     */
    public Reached trace(Collection<Span> roots, Direction direction, Cause cause) {
        Ints whole = new Ints();
        Ints partly = new Ints();
        Map<Span, Integer> apart = new LinkedHashMap<>();
        View seen;
        lock.lock();
        try {
            seen = view;
            for (Span root : roots) {
                int before = whole.size();
                core.cells.find(root, whole, partly);
                if (!core.cells.isWhole(root, whole, before))
                    apart.put(root, core.cells.find(root.lot()));
            }
        } finally {
            lock.unlock();
        }
        Reach reach = resting.poll();
        if (reach == null) reach = new Reach(seen.nodes(), few);
        try {
            return new Walk(seen, direction, cause, reach.over(seen))
                    .from(new Walk.Roots(whole, partly, apart));
        } finally {
            resting.offer(reach);
        }
    }
}
