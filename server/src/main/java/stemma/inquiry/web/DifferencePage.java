package stemma.inquiry.web;

import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

import stemma.inquiry.Side;
import stemma.inquiry.Subject;
import stemma.inquiry.TraceDifference;
import stemma.shell.SiteTime;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * In what two moments' answers differ, on its page: the question as asked, and a part of the rows.
 */
public record DifferencePage(
        Subject subject,
        String direction,
        Map<String, String> moments,
        @Nullable TraceDifference difference,
        Slice<TraceDifference.Row> rows,
        SiteTime time) {
    private static final List<String> MOMENTS =
            List.of("earlier", "earlierSize", "later", "laterSize");

    static DifferencePage of(
            Subject subject,
            String direction,
            MultiValueMap<String, String> sent,
            Optional<TraceDifference> difference,
            String only,
            int from,
            ZoneId zone) {
        Map<String, String> moments = new LinkedHashMap<>();
        for (String name : MOMENTS) {
            String word = sent.getFirst(name);
            moments.put(name, word == null ? "" : word.strip());
        }
        return new DifferencePage(
                subject,
                direction.equals("backward") ? "backward" : "forward",
                moments,
                difference.orElse(null),
                Slice.of(
                        difference.map(TraceDifference::rows).orElse(List.of()),
                        row -> Words.plain(row.kind().name()) + " "
                                + Words.plain(row.turn().name()) + " " + row.name() + " "
                                + row.about(),
                        only,
                        from),
                new SiteTime(zone));
    }

    public String moment(String name) {
        return moments.getOrDefault(name, "");
    }

    public String words(Side side) {
        return Words.side(side, time);
    }

    /** Returns the question as a query, without which of its rows are shown. */
    public String query() {
        StringBuilder query = new StringBuilder(subject.query() + "&direction=" + direction);
        moments.forEach((name, word) -> {
            if (!word.isEmpty())
                query.append('&').append(name).append('=').append(Subject.encoded(word));
        });
        return query.toString();
    }

    /** Returns the address of the same rows from another one on. */
    public String part(int from) {
        return "/trace/difference?" + query() + "&from=" + from
                + (rows.only().isEmpty() ? "" : "&only=" + Subject.encoded(rows.only()));
    }

    public String turned(String other) {
        return "/trace/difference?" + query().replace("&direction=" + direction, "") + "&direction="
                + other;
    }

    /** Returns what there is in a few words, such as {@code 1 customer and 3 lots came in}. */
    public List<String> summary() {
        if (difference == null) return List.of();
        List<String> lines = new ArrayList<>();
        for (TraceDifference.Turn turn : TraceDifference.Turn.values()) {
            List<String> parts = new ArrayList<>();
            for (TraceDifference.Kind kind : TraceDifference.Kind.values()) {
                long count = difference.count(kind, turn);
                String word = Words.plain(kind.name());
                if (count > 0) parts.add(Words.count(count, word, word + "s"));
            }
            if (!parts.isEmpty())
                lines.add(String.join(", ", parts) + " " + Words.plain(turn.name()));
        }
        return lines;
    }

    /** Says whether a row is named by a number, and not by the name of a partner. */
    public boolean isNumber(TraceDifference.Row row) {
        return switch (row.kind()) {
            case CUSTOMER, SUPPLIER -> false;
            case SHIPMENT, LOT, RUN, VESSEL, LINK -> true;
        };
    }

    /** Returns the sign before the turn, which the word says too. */
    public String sign(TraceDifference.Turn turn) {
        return switch (turn) {
            case CAME_IN -> "+";
            case WENT_OUT -> "−";
            case CHANGED -> "≠";
        };
    }
}
