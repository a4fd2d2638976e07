package stemma.trail.web;

import org.jspecify.annotations.Nullable;

import stemma.audit.TrailQuery.Refusals;
import stemma.identifiers.ActorId;
import stemma.shell.Address;
import stemma.shell.Problem;
import stemma.shell.Refused;
import stemma.trail.TrailQuestion;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A question to the trail as an address writes it; days are those of the site. */
public record TrailAsked(
        @Nullable String person,
        @Nullable String subject,
        @Nullable String action,
        @Nullable String site,
        @Nullable String item,
        @Nullable String from,
        @Nullable String to,
        @Nullable String refusals,
        @Nullable String order,
        @Nullable String after) {

    /** Returns what is asked; refuses days and choices that cannot be read. */
    public TrailQuestion question(ZoneId zone) {
        return new TrailQuestion(
                word(person).map(ActorId::new),
                word(subject),
                word(action),
                word(site),
                word(item),
                day("from", from).map(day -> start(day, zone)),
                day("to", to).map(day -> start(day.plusDays(1), zone)),
                choice("refusals", refusals, Refusals.values()),
                choice("order", order, TrailQuestion.Order.values()));
    }

    /** Returns the seq after which the page begins, if it is not the first. */
    public Optional<Long> mark() {
        try {
            return word(after).map(Long::valueOf);
        } catch (NumberFormatException none) {
            throw new Refused(Problem.of("page_invalid", 422, "This is no page of the trail.")
                    .notRecording("")
                    .with("after", shown(after)));
        }
    }

    /** Returns the question as the part of an address, without where a page begins. */
    public String query() {
        List<String> parts = new ArrayList<>();
        String[] names = {
            "person", "subject", "action", "site", "item", "from", "to", "refusals", "order"
        };
        String[] words = {
            shown(person),
            shown(subject),
            shown(action),
            shown(site),
            shown(item),
            shown(from),
            shown(to),
            shown(refusals),
            shown(order)
        };
        for (int i = 0; i < names.length; i++)
            if (!words[i].isEmpty()) parts.add(names[i] + "=" + Address.encoded(words[i]));
        return String.join("&", parts);
    }

    /** Returns the question in words, as files and papers state it. */
    public String words() {
        List<String> parts = new ArrayList<>();
        word(person).ifPresent(one -> parts.add("by " + one));
        word(subject).ifPresent(one -> parts.add("about \"" + one + "\""));
        word(action).ifPresent(one -> parts.add("action " + one));
        word(site).ifPresent(one -> parts.add("at site " + one));
        word(item).ifPresent(one -> parts.add("of item " + one));
        word(from).ifPresent(one -> parts.add("from " + one));
        word(to).ifPresent(one -> parts.add("to " + one));
        word(refusals)
                .filter(one -> !one.equals("with"))
                .ifPresent(one -> parts.add(one + " refused attempts"));
        return parts.isEmpty() ? "every entry" : String.join(", ", parts);
    }

    /** Returns the text for a field of the form. */
    public static String shown(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    private static Optional<String> word(@Nullable String text) {
        return Optional.of(shown(text)).filter(word -> !word.isEmpty());
    }

    private static Optional<LocalDate> day(String field, @Nullable String text) {
        try {
            return word(text).map(LocalDate::parse);
        } catch (DateTimeException unreadable) {
            throw new Refused(Problem.of("date_invalid", 422, "A day is written like 2026-05-01.")
                    .notRecording("")
                    .with("field", field));
        }
    }

    private static Instant start(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }

    private static <E extends Enum<E>> E choice(String field, @Nullable String text, E[] all) {
        String word = shown(text).toUpperCase(Locale.ROOT);
        if (word.isEmpty()) return all[0];
        for (E one : all) if (one.name().equals(word)) return one;
        throw new Refused(Problem.of("choice_unknown", 422, "There is no such choice.")
                .notRecording("")
                .with("field", field));
    }
}
