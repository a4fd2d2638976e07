package stemma.quality;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import stemma.access.Caller;
import stemma.access.Permission;
import stemma.audit.Audit;
import stemma.identifiers.LotId;
import stemma.identifiers.Portion;
import stemma.journal.Author;
import stemma.journal.WorldClock;
import stemma.ledger.Turns;
import stemma.lots.Lot;
import stemma.lots.Lots;
import stemma.quality.store.RetentionTable;
import stemma.shell.Problem;
import stemma.shell.Refused;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Says until when a retained sample is kept, with its line in the audit trail. */
public final class Retaining {
    private final TransactionTemplate transactions;
    private final Turns turns;
    private final Lots lots;
    private final Audit audit;
    private final WorldClock clock;
    private final Retentions retentions;
    private final RetentionTable table;

    public Retaining(
            JdbcClient database,
            TransactionTemplate transactions,
            Lots lots,
            Audit audit,
            WorldClock clock) {
        this.transactions = transactions;
        this.turns = new Turns(database);
        this.lots = lots;
        this.audit = audit;
        this.clock = clock;
        this.retentions = new Retentions(database);
        this.table = new RetentionTable(database);
    }

    /** Says so for a caller who judges at its site; a sample of another is as if it were not. */
    public Retention keep(Caller caller, Portion sample, LocalDate until, String why) {
        Lot lot = sample(sample);
        if (!caller.may(Permission.SEE_RECORD, lot.site())) throw unknown(sample);
        caller.require(Permission.JUDGE, lot.site());
        return keep(caller.author(), sample, until, why);
    }

    /**
     * Does so for an author who may. Refused with {@code not_retained}, {@code reason_missing}, or
     * {@code retention_too_short} where the specification says longer.
     */
    public Retention keep(Author author, Portion sample, LocalDate until, String why) {
        Lot lot = sample(sample);
        String reason = why.strip();
        if (reason.isEmpty())
            throw new Refused(
                    Problem.of("reason_missing", 409, "Say why it is kept until that day.")
                            .advising("Write the reason.")
                            .with("element", "why"));
        Retention kept = transactions.execute(_ -> {
            turns.enter(Turns.Company.TOGETHER);
            turns.take(Set.of("retained:" + lot.id()));
            Retention before = of(lot);
            LocalDate least = before.byRule();
            if (least != null && until.isBefore(least))
                throw new Refused(Problem.of(
                                "retention_too_short",
                                422,
                                "By its specification " + lot.number() + " is kept to " + least
                                        + " at least.")
                        .advising("Say that day or a later one.")
                        .with("element", "until"));
            table.add(lot.id(), new Retention.Said(until, reason, author.actor(), clock.now()));
            Retention after = of(lot);
            audit.record(
                    author,
                    "retention_said",
                    lot.id().toString(),
                    before.until() == null ? null : day(before.until()),
                    day(until),
                    reason);
            return after;
        });
        return Objects.requireNonNull(kept);
    }

    private Retention of(Lot lot) {
        return Objects.requireNonNull(retentions.of(List.of(lot)).get(lot.id()));
    }

    private static ObjectNode day(LocalDate until) {
        return JsonNodeFactory.instance.objectNode().put("until", until.toString());
    }

    private Lot sample(Portion sample) {
        LotId first = sample.first();
        return lots.lot(first).filter(Lot::isRetained).orElseThrow(() -> unknown(sample));
    }

    private static Refused unknown(Portion sample) {
        return new Refused(
                Problem.of("not_retained", 404, "Lot " + sample + " is no retained sample.")
                        .advising("Find it in the list of retained samples."));
    }
}
