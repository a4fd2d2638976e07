package stemma.verifier;

import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * A moment in microseconds since 1970, the nearest, as a database keeps it. Written as a date, a
 * time with up to nine decimals, and Z.
 */
record Moment(long micros) implements Comparable<Moment> {
    private static final String FORM = "0000-00-00T00:00:00";
    private static final int MOST_DECIMALS = 9;
    private static final int HALF = 500;
    private static final long SECOND = 1_000_000;

    static Moment of(String text) {
        int end = text.length() - 1;
        if (end < FORM.length() || text.charAt(end) != 'Z') throw none(text);
        for (int i = 0; i < FORM.length(); i++) {
            char form = FORM.charAt(i);
            boolean isDigit = text.charAt(i) >= '0' && text.charAt(i) <= '9';
            if (form == '0' ? !isDigit : text.charAt(i) != form) throw none(text);
        }
        try {
            int hour = number(text, 11);
            int minute = number(text, 14);
            int second = number(text, 17);
            if (hour > 23 || minute > 59 || second > 59) throw none(text);
            int year = 100 * number(text, 0) + number(text, 2);
            long day = LocalDate.of(year, number(text, 5), number(text, 8)).toEpochDay();
            long seconds = ((day * 24 + hour) * 60 + minute) * 60 + second;
            return new Moment(seconds * SECOND + micros(text, end));
        } catch (DateTimeException noDay) {
            throw none(text);
        }
    }

    private static int number(String text, int at) {
        return 10 * (text.charAt(at) - '0') + text.charAt(at + 1) - '0';
    }

    private static long micros(String text, int end) {
        int from = FORM.length();
        if (from == end) return 0;
        int decimals = end - from - 1;
        if (text.charAt(from) != '.' || decimals < 1 || decimals > MOST_DECIMALS) throw none(text);
        long nanos = 0;
        for (int i = from + 1; i <= from + MOST_DECIMALS; i++) {
            char c = i < end ? text.charAt(i) : '0';
            if (c < '0' || c > '9') throw none(text);
            nanos = 10 * nanos + c - '0';
        }
        long micros = nanos / 1_000;
        long rest = nanos % 1_000;
        boolean isUp = rest > HALF || rest == HALF && micros % 2 == 1;
        return isUp ? micros + 1 : micros;
    }

    private static Malformed none(String text) {
        return new Malformed("\"" + text + "\" is no moment");
    }

    @Override
    public int compareTo(Moment other) {
        return Long.compare(micros, other.micros);
    }
}
