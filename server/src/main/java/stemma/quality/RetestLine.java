package stemma.quality;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.EventId;
import stemma.ledger.PassportDate;
import stemma.lots.Lot;
import stemma.quantity.Quantity;
import stemma.stock.LotNow;
import stemma.warehouse.StockLine;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A lot that is to be tested again: all of it that stands at places of ours, whether a
 * specification in force says against what, and the inspection for it that is open already.
 */
public record RetestLine(
        List<StockLine> stock,
        boolean isSpecified,
        @Nullable EventId inspection) {
    public RetestLine {
        stock = List.copyOf(stock);
    }

    public LotNow now() {
        return stock.getFirst().lot();
    }

    public Lot lot() {
        return now().lot();
    }

    public PassportDate by() {
        return requireNonNull(lot().passport().retest());
    }

    /** Returns its date, and how long that is from today. */
    public String words() {
        return stock.getFirst().retest();
    }

    /** Returns the days until then: 0 is the last, less than 0 is past. */
    public long days() {
        return requireNonNull(stock.getFirst().daysToRetest());
    }

    /** Says whether it must not be used or shipped until it has been tested. */
    public boolean isPast() {
        return days() < 0;
    }

    public Quantity quantity() {
        return stock.stream().map(StockLine::quantity).reduce(Quantity::plus).orElseThrow();
    }

    /** Returns where it stands, each place once. */
    public String places() {
        return stock.stream().map(StockLine::place).distinct().collect(Collectors.joining(", "));
    }

    RetestLine with(boolean specified, @Nullable EventId open) {
        return new RetestLine(stock, specified, open);
    }
}
