package stemma.journal;

import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;

import stemma.database.Database;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** A transaction on a thread of its own that has drawn its numbers and not committed yet. */
final class OpenTransaction {
    private final CompletableFuture<Boolean> end = new CompletableFuture<>();
    private final CompletableFuture<List<Entry>> appended = new CompletableFuture<>();
    private final Thread thread;

    private OpenTransaction(Database database, Journal journal, List<Draft> drafts) {
        this.thread = Thread.ofVirtual().start(() -> hold(database, journal, drafts));
    }

    static OpenTransaction begin(Database database, Journal journal, List<Draft> drafts) {
        OpenTransaction open = new OpenTransaction(database, journal, drafts);
        open.entries();
        return open;
    }

    private void hold(Database database, Journal journal, List<Draft> drafts) {
        var manager = new DataSourceTransactionManager(database.app());
        TransactionStatus status = manager.getTransaction(new DefaultTransactionDefinition());
        try {
            appended.complete(journal.append(drafts));
            if (end.join()) manager.commit(status);
            else manager.rollback(status);
        } catch (RuntimeException failure) {
            appended.completeExceptionally(failure);
            manager.rollback(status);
        }
    }

    List<Entry> entries() {
        try {
            return appended.get();
        } catch (InterruptedException | ExecutionException failure) {
            throw new AssertionError(failure);
        }
    }

    void commit() {
        finish(true);
    }

    void rollback() {
        finish(false);
    }

    private void finish(boolean commits) {
        end.complete(commits);
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }
}
