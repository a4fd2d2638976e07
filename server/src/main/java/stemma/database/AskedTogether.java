package stemma.database;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * Looks up by key for many who ask at the same time: who asks while the question of others is being
 * answered goes with the next, so that they share a statement. Every answer is read after it was
 * asked for, so that nothing is kept and nothing can be stale. Who is in a transaction asks alone,
 * since it may see what nobody else does.
 */
public final class AskedTogether<K, V> {
    // A question of more keys is a set already, and would hold up those who ask for one.
    private static final int FEW = 100;

    private final Function<Set<K>, Map<K, V>> lookUp;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private Question<K, V> next = new Question<>();
    private boolean isAsking;

    /** What several ask together, and what they are answered. */
    private static final class Question<K, V> {
        private final Set<K> keys = new HashSet<>();
        private boolean hasAsker;
        private @Nullable Map<K, V> found;
        private @Nullable RuntimeException failure;

        boolean isOver() {
            return found != null || failure != null;
        }

        Map<K, V> answer() {
            if (failure != null) throw failure;
            return Objects.requireNonNull(found);
        }
    }

    /**
     * @param lookUp returns what is found of the keys; fails where the database does, never because
     *     of a key, so that who asked together fails together; and where there is no connection,
     *     who has waited meanwhile has waited long enough
     */
    public AskedTogether(Function<Set<K>, Map<K, V>> lookUp) {
        this.lookUp = lookUp;
    }

    /** Returns what is found of these keys, as it is now; others are left out. */
    public Map<K, V> of(Collection<K> keys) {
        Set<K> asked = Set.copyOf(keys);
        if (asked.isEmpty()) return Map.of();
        boolean isApart = TransactionSynchronizationManager.isActualTransactionActive();
        if (isApart || asked.size() > FEW) return lookUp.apply(asked);
        Question<K, V> question = join(asked);
        if (!question.isOver()) ask(question);
        Map<K, V> found = new HashMap<>();
        for (K key : asked) {
            V value = question.answer().get(key);
            if (value != null) found.put(key, value);
        }
        return found;
    }

    /** Returns the question once it is answered, or as soon as the caller is to ask it. */
    private Question<K, V> join(Set<K> asked) {
        lock.lock();
        try {
            Question<K, V> mine = next;
            mine.keys.addAll(asked);
            boolean asks = !mine.hasAsker;
            mine.hasAsker = true;
            while (!mine.isOver() && (!asks || isAsking)) changed.awaitUninterruptibly();
            if (!mine.isOver()) {
                isAsking = true;
                next = new Question<>();
            }
            return mine;
        } finally {
            lock.unlock();
        }
    }

    private void ask(Question<K, V> mine) {
        Map<K, V> found = null;
        RuntimeException failure = new IllegalStateException("an error ended the question");
        try {
            found = lookUp.apply(mine.keys);
        } catch (RuntimeException failed) {
            failure = failed;
        } finally {
            over(mine, found, failure);
        }
    }

    private void over(Question<K, V> mine, @Nullable Map<K, V> found, RuntimeException failure) {
        lock.lock();
        try {
            if (found == null) mine.failure = failure;
            mine.found = found;
            if (failure instanceof CannotGetJdbcConnectionException) {
                next.failure = failure;
                next = new Question<>();
            }
            isAsking = false;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
