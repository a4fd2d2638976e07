package stemma.ledger;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * Requests that arrive while others are being written go together into the next transaction, so
 * that they share its statements and its commit. Those who have just been written come back often,
 * and are waited for, briefly; who comes alone waits for nobody. A group that fails as a whole is
 * given up, and each of its requests goes by itself.
 */
final class GroupCommit {
    /** A request of more submissions is a group of its own. */
    static final int FEW = 50;

    private static final int MOST = 200;
    // The larger the groups the less each costs; but who waits for long, because the group before
    // waits for somebody's lock, goes beside it.
    private static final long PATIENCE_NANOS = 50_000_000;
    private static final int BESIDE_EACH_OTHER = 4;
    private static final long LONGEST_GATHERING_NANOS = 10_000_000;

    /** The door behind: decides and writes submissions in one go. */
    @FunctionalInterface
    interface Door {
        List<Answer> append(List<Submission> submissions);
    }

    private final Door door;
    private final LongSupplier nanoTime;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<Request> waiting = new ArrayDeque<>();
    private int leading;
    private int expected;
    private long gatheringUntil;

    /** The submissions of one caller, and what has become of them. */
    private static final class Request {
        private final List<Submission> submissions;
        private State state = State.WAITS;
        private @Nullable List<Answer> answers;
        private boolean stopped;

        Request(List<Submission> submissions) {
            this.submissions = submissions;
        }
    }

    private enum State {
        WAITS,
        UNDER_WAY,
        DONE
    }

    GroupCommit(Door door) {
        this(door, System::nanoTime);
    }

    GroupCommit(Door door, LongSupplier nanoTime) {
        this.door = door;
        this.nanoTime = nanoTime;
    }

    /** Returns how many wait to be led. */
    int waiting() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }

    /** Appends in the company of whoever else is there; returns the answers to these alone. */
    List<Answer> append(List<Submission> submissions) {
        Request mine = new Request(submissions);
        enter(mine);
        for (List<Request> group = next(mine); !group.isEmpty(); group = next(mine)) lead(group);
        if (mine.stopped) Thread.currentThread().interrupt();
        return mine.answers == null ? door.append(submissions) : mine.answers;
    }

    private void enter(Request mine) {
        lock.lock();
        try {
            waiting.addLast(mine);
            if (leading == 0 && isGathered()) changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until there is a group to lead, or until another has led the request: then none. */
    private List<Request> next(Request mine) {
        lock.lock();
        try {
            long until = nanoTime.getAsLong() + PATIENCE_NANOS;
            while (mine.state == State.UNDER_WAY || mine.state == State.WAITS && !isFree(until))
                await(mine, until);
            if (mine.state == State.DONE) return List.of();
            leading++;
            return group();
        } finally {
            lock.unlock();
        }
    }

    private void await(Request mine, long until) {
        long end = leading == 0 ? gatheringUntil : until;
        long left = end - nanoTime.getAsLong();
        if (mine.state == State.UNDER_WAY || left <= 0 && leading >= BESIDE_EACH_OTHER) {
            changed.awaitUninterruptibly();
            return;
        }
        try {
            if (left > 0) {
                var unused = changed.awaitNanos(left);
            }
        } catch (InterruptedException stopped) {
            mine.stopped = true;
        }
    }

    private boolean isFree(long until) {
        if (leading == 0) return isGathered();
        return nanoTime.getAsLong() - until >= 0 && leading < BESIDE_EACH_OTHER;
    }

    private boolean isGathered() {
        return waiting.size() >= expected || nanoTime.getAsLong() - gatheringUntil >= 0;
    }

    /** Takes those who have waited longest: one at least, and no more than are written at once. */
    private List<Request> group() {
        List<Request> group = new ArrayList<>();
        int size = 0;
        while (!waiting.isEmpty()) {
            size += waiting.getFirst().submissions.size();
            if (size > MOST && !group.isEmpty()) break;
            Request one = waiting.removeFirst();
            one.state = State.UNDER_WAY;
            group.add(one);
        }
        return group;
    }

    private void lead(List<Request> group) {
        List<Answer> answers = List.of();
        long begun = nanoTime.getAsLong();
        try {
            answers = door.append(
                    group.stream().flatMap(r -> r.submissions.stream()).toList());
        } catch (RuntimeException notTogether) {
            // Whose fault it is shows when each goes by itself.
        } finally {
            done(group, answers, nanoTime.getAsLong() - begun);
        }
    }

    private void done(List<Request> group, List<Answer> answers, long took) {
        lock.lock();
        try {
            int next = 0;
            for (Request one : group) {
                int end = next + one.submissions.size();
                if (!answers.isEmpty()) one.answers = answers.subList(next, end);
                one.state = State.DONE;
                next = end;
            }
            leading--;
            expected = group.size() + waiting.size();
            gatheringUntil = nanoTime.getAsLong() + Math.min(took / 2, LONGEST_GATHERING_NANOS);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
