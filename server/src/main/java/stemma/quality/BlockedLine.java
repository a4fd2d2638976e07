package stemma.quality;

import stemma.ledger.Status;
import stemma.warehouse.StockLine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * So much of a lot at one place that is not fit as it stands: held, quarantined, rejected or
 * restricted; since when, and how long that is by now.
 */
public record BlockedLine(StockLine stock, Instant since, Instant now) {

    public boolean isHeld() {
        return !stock.lot().holds().isEmpty();
    }

    public Status status() {
        return stock.lot().status();
    }

    /** Returns the whole days for which it has stood so. */
    public long days() {
        return Math.max(0, Duration.between(since, now).toDays());
    }

    /** Returns how long it has stood so, as people say it. */
    public String waited() {
        long hours = Math.max(0, Duration.between(since, now).toHours());
        if (hours < 48) return hours == 1 ? "1 hour" : hours + " hours";
        return days() + " days";
    }

    /** Returns who sold it, empty where nobody did. */
    public String supplier() {
        var seller = stock.lot().lot().passport().seller();
        return seller == null ? "" : seller.code();
    }

    /** Returns what stops it: its holds by their codes, and the status that does. */
    public List<String> because() {
        List<String> because = new ArrayList<>();
        stock.lot().holds().forEach(hold -> because.add(hold.code().code()));
        if (status() != Status.RELEASED) because.add(status().name().toLowerCase(Locale.ROOT));
        return because;
    }
}
