package stemma.ledger;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;

/** A date as exact as it was given: a year, a month or a day, in ISO 8601 text. */
public record PassportDate(String text) {
    public PassportDate {
        lastDayOf(text);
    }

    @JsonCreator
    public static PassportDate of(String text) {
        return new PassportDate(text);
    }

    public static PassportDate of(LocalDate day) {
        return new PassportDate(day.toString());
    }

    /** Returns the last day that the text can mean; an expiry holds to its end. */
    public LocalDate lastDay() {
        return lastDayOf(text);
    }

    /** Returns the first day that the text can mean. */
    public LocalDate firstDay() {
        return switch (text.length()) {
            case 4 -> Year.parse(text).atDay(1);
            case 7 -> YearMonth.parse(text).atDay(1);
            default -> LocalDate.parse(text);
        };
    }

    /** Returns the one that ends first; what is not known ends nothing. */
    static @Nullable PassportDate earlier(
            @Nullable PassportDate one, @Nullable PassportDate other) {
        if (one == null || other == null) return one == null ? other : one;
        return other.lastDay().isBefore(one.lastDay()) ? other : one;
    }

    private static LocalDate lastDayOf(String text) {
        try {
            return switch (text.length()) {
                case 4 -> Year.parse(text).atMonth(12).atEndOfMonth();
                case 7 -> YearMonth.parse(text).atEndOfMonth();
                case 10 -> LocalDate.parse(text);
                default -> throw new DateTimeException("length");
            };
        } catch (DateTimeException notADate) {
            throw new MalformedEvent(
                    "date_invalid",
                    "date",
                    "\"" + text + "\" is not a date; write 2026-05-31, 2026-05 or 2026");
        }
    }

    @JsonValue
    @Override
    public String toString() {
        return text;
    }
}
