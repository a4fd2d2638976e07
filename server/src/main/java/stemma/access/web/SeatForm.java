package stemma.access.web;

import stemma.access.Seat;
import stemma.shell.SiteTime;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** A seat as the administrator writes it: items with commas, the first and the last day. */
public record SeatForm(String items, String since, String until) {
    Seat seat(ZoneId zone) {
        return new Seat(
                Seat.items(items), start("since", since, 0, zone), start("until", until, 1, zone));
    }

    private static Instant start(String field, String day, int later, ZoneId zone) {
        try {
            return LocalDate.parse(day.strip())
                    .plusDays(later)
                    .atStartOfDay(zone)
                    .toInstant();
        } catch (DateTimeException unreadable) {
            throw Seat.incomplete(field, "A visiting auditor's seat has a first and a last day.");
        }
    }

    /** Returns the seat as the form shows it. */
    static SeatForm of(Seat seat, SiteTime time) {
        return new SeatForm(
                String.join(", ", seat.items()),
                seat.since().atZone(time.zone()).toLocalDate().toString(),
                seat.until().atZone(time.zone()).toLocalDate().minusDays(1).toString());
    }

    /** Returns the form of who has no seat yet. */
    static SeatForm blank() {
        return new SeatForm("", "", "");
    }
}
