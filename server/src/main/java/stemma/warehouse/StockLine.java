package stemma.warehouse;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.ContainerCode;
import stemma.ledger.PassportDate;
import stemma.ledger.Place;
import stemma.quantity.Quantity;
import stemma.stock.Handled;
import stemma.stock.LotNow;
import stemma.stock.Places;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * So much of a lot at one place, as it stands now; {@code today} by the clocks of its site,
 * {@code alertDays} before its expiry and {@code retestAlertDays} before its retest it asks for
 * attention.
 */
public record StockLine(
        LotNow lot,
        Place stands,
        @Nullable ContainerCode container,
        Quantity quantity,
        @Nullable Quantity catchWeight,
        LocalDate today,
        int alertDays,
        int retestAlertDays) {

    /** Returns the days until its last good day: 0 is the last, less than 0 is past. */
    public @Nullable Long daysLeft() {
        return days(lot.lot().passport().expiry());
    }

    /** Returns the days until it is to be tested again. */
    public @Nullable Long daysToRetest() {
        return days(lot.lot().passport().retest());
    }

    private @Nullable Long days(@Nullable PassportDate date) {
        return date == null ? null : ChronoUnit.DAYS.between(today, date.lastDay());
    }

    public boolean isExpired() {
        Long left = daysLeft();
        return left != null && left < 0;
    }

    /** Says whether it is still good, and will not be for long. */
    public boolean isExpiring() {
        Long left = daysLeft();
        return left != null && left >= 0 && left <= alertDays;
    }

    /** Says whether its retest date is past or so near that somebody should see to it. */
    public boolean isRetestDue() {
        Long left = daysToRetest();
        return left != null && left <= retestAlertDays;
    }

    /** Says whether its retest date is past, so that it must not be used or shipped. */
    public boolean isPastRetest() {
        Long left = daysToRetest();
        return left != null && left < 0;
    }

    /** Returns how long it has existed, in days. */
    public long age() {
        return ChronoUnit.DAYS.between(
                lot.lot().bornFrom().atZone(java.time.ZoneOffset.UTC).toLocalDate(), today);
    }

    /** Returns where it stands, in words; a container is told apart. */
    public String place() {
        return words(stands);
    }

    static String words(Place place) {
        return place instanceof Place.At(var site, var location)
                ? site + " / " + location
                : Places.words(place);
    }

    /** Returns its expiry as people say it, and how long that is from today. */
    public String expiry() {
        PassportDate date = lot.lot().passport().expiry();
        Long left = daysLeft();
        return date == null || left == null ? "" : date + " (" + fromToday(left) + ")";
    }

    /** Returns its retest date and how long that is from today. */
    public String retest() {
        PassportDate date = lot.lot().passport().retest();
        Long left = daysToRetest();
        return date == null || left == null ? "" : date + " (" + fromToday(left) + ")";
    }

    private static String fromToday(long days) {
        if (days == 0) return "today";
        long count = Math.abs(days);
        String words = count + (count == 1 ? " day" : " days");
        return days < 0 ? words + " ago" : "in " + words;
    }

    /** Returns the quantity as people read it, with its catch weight. */
    public String amount() {
        return Handled.shown(quantity)
                + (catchWeight == null ? "" : " weighing " + Handled.shown(catchWeight));
    }
}
