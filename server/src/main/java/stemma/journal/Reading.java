package stemma.journal;

import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

import javax.sql.DataSource;

/** Transactions that read many rows out of one snapshot. */
final class Reading {
    private Reading() {}

    /** In the caller's transaction where there is one: what is sealed never changes. */
    static TransactionTemplate within(DataSource source) {
        TransactionTemplate reading = of(source);
        reading.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRED);
        return reading;
    }

    /** Apart from the caller's. */
    static TransactionTemplate of(DataSource source) {
        TransactionTemplate reading =
                new TransactionTemplate(new DataSourceTransactionManager(source));
        reading.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        reading.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        reading.setReadOnly(true);
        return reading;
    }
}
