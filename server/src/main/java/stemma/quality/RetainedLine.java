package stemma.quality;

import stemma.identifiers.EventId;
import stemma.warehouse.StockLine;

import java.time.LocalDate;

/**
 * So much of a retained sample at one place: of which lot it was taken, by whom, and until when it
 * is kept.
 */
public record RetainedLine(StockLine stock, String of, String takenBy, Retention retention) {

    /** Returns the entry by which it was taken. */
    public EventId taken() {
        return stock.lot().lot().id().birth();
    }

    RetainedLine takenBy(String person) {
        return new RetainedLine(stock, of, person, retention);
    }

    /** Says whether it has been kept for long enough and waits to be destroyed. */
    public boolean isDue() {
        return retention.isOver(stock.today());
    }

    /** Says whether neither a rule nor a person says until when it is kept. */
    public boolean isUnsaid() {
        return retention.until() == null;
    }

    /** Says whether its time ends within so many days, or has ended. */
    public boolean endsWithin(int days) {
        LocalDate until = retention.until();
        return until != null && !until.isAfter(stock.today().plusDays(days));
    }
}
