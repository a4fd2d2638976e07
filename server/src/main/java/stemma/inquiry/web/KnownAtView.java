package stemma.inquiry.web;

import stemma.inquiry.Insight;
import stemma.inquiry.Subject;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** The control that asks a page anew with the knowledge of a moment. */
public record KnownAtView(String path, Subject subject, String keep, String value, boolean isNow) {
    private static final DateTimeFormatter FIELD =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");

    static KnownAtView of(String path, Subject subject, String keep, Insight insight, ZoneId zone) {
        return new KnownAtView(
                path,
                subject,
                keep,
                insight.knownAt().map(at -> FIELD.format(at.atZone(zone))).orElse(""),
                insight.isNow());
    }

    /** Returns the part of an address that keeps the moment, empty for now. */
    public String query() {
        return isNow ? "" : "&knownAt=" + Subject.encoded(value);
    }

    /**
     * Returns the address that says what changed since an answer that is of a moment, or of now
     * with the log sealed to that size; it says so too when it is opened much later.
     */
    String changed(String direction, long sealedSize) {
        return "/trace/difference?" + subject.query() + "&direction=" + direction
                + (isNow ? "&earlierSize=" + sealedSize : "&earlier=" + Subject.encoded(value));
    }
}
