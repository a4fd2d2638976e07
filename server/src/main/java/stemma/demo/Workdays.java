package stemma.demo;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * The working days of the story, Monday to Friday, counted from its first day (0) to its last
 * ({@link #TODAY}). The story ends at ten in the morning of its last day, the last such moment
 * before the demo was started; what happens is told by the number of the day, so only dates differ.
 */
record Workdays(LocalDate last, ZoneId zone) {
    /** Fourteen months of Mondays to Fridays. */
    static final int TODAY = 303;

    private static final LocalTime END = LocalTime.of(10, 0);
    private static final int WEEK = 5;

    /**
     * Returns the working days that end at the last ten o'clock of a working day before the moment.
     */
    static Workdays before(Instant now, ZoneId zone) {
        ZonedDateTime local = now.atZone(zone);
        LocalDate day = local.toLocalTime().isBefore(END)
                ? local.toLocalDate().minusDays(1)
                : local.toLocalDate();
        while (!works(day)) day = day.minusDays(1);
        return new Workdays(day, zone);
    }

    /** Returns the date of a working day. */
    LocalDate date(int day) {
        int back = TODAY - day;
        LocalDate date = last.minusWeeks(Math.floorDiv(back, WEEK));
        for (int left = Math.floorMod(back, WEEK); left > 0; left--) {
            do date = date.minusDays(1);
            while (!works(date));
        }
        return date;
    }

    /**
     * Returns the moment of a working day at that many minutes after midnight, by the plant's
     * clocks.
     */
    Instant at(int day, int minute) {
        return date(day)
                .atTime(LocalTime.of(minute / 60, minute % 60))
                .atZone(zone)
                .toInstant();
    }

    /** Returns the moment at which the story ends. */
    Instant end() {
        return last.atTime(END).atZone(zone).toInstant();
    }

    private static boolean works(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }
}
