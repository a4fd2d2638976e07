package stemma.upkeep.web;

import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

import stemma.catalog.ResourceKind;
import stemma.identifiers.EventId;
import stemma.identifiers.ItemCode;
import stemma.identifiers.OrderCode;
import stemma.identifiers.ResourceCode;
import stemma.shell.Problem;
import stemma.shell.Refused;
import stemma.upkeep.Demand;
import stemma.upkeep.Requirement;
import stemma.upkeep.Telling;
import stemma.upkeep.UpkeepEntry;
import stemma.upkeep.UpkeepEntry.EnvironmentKind;
import stemma.upkeep.UpkeepEntry.Finding;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/** What stands in a form about equipment, and what is wrong with it. */
public record UpkeepForm(
        MultiValueMap<String, String> sent, @Nullable Problem problem) {

    /** Returns what stands in a field, or nothing. */
    public String word(String name) {
        String value = sent.getFirst(name);
        return value == null ? "" : value.replace("\r\n", "\n").strip();
    }

    /** Says whether a box is ticked. */
    public boolean has(String name, String value) {
        return sent.getOrDefault(name, List.of()).contains(value);
    }

    /** Returns what is wrong with a field, in words. */
    public String wrong(String name) {
        if (problem == null) return "";
        return name.equals(problem.details().get("element")) ? problem.sentence() : "";
    }

    UpkeepForm with(Problem why) {
        return new UpkeepForm(sent, why);
    }

    /** Returns what is told, by the word in {@code tell}. */
    Telling.Said said(ZoneId zone) {
        return new Telling.Said(
                EventId.sent(word("id")), new ResourceCode(needed("code")), at(zone), entry());
    }

    private UpkeepEntry entry() {
        return switch (word("tell")) {
            case "calibrated" ->
                new UpkeepEntry.Calibrated(
                        one("asFound", Finding.values()),
                        one("asLeft", Finding.values()),
                        word("certificate"),
                        optional("digest"),
                        word("calibratedBy"),
                        day("validUntil"),
                        optional("note"),
                        word("paper").isEmpty() ? null : EventId.sent(word("paper")));
            case "maintained" -> new UpkeepEntry.Maintained(word("work"), day("due"));
            case "monitored" ->
                new UpkeepEntry.Monitored(
                        one("of", EnvironmentKind.values()),
                        word("value"),
                        word("unit"),
                        optional("lower"),
                        optional("upper"));
            case "verified" -> new UpkeepEntry.Verified(EventId.of(word("about")), null);
            case "annulled" -> new UpkeepEntry.Annulled(EventId.of(word("about")), word("reason"));
            default -> throw wrongWord("tell", word("tell"));
        };
    }

    /** Returns what is to be true at use. */
    Requirement requirement() {
        String kind = word("kind");
        String hours = word("cleanHours");
        if (!hours.isEmpty() && !hours.matches("\\d{1,4}")) throw wrongWord("cleanHours", hours);
        return new Requirement(
                EventId.sent(word("id")),
                kind.isEmpty() ? null : one("kind", ResourceKind.values()),
                word("resource").isEmpty() ? null : new ResourceCode(word("resource")),
                word("item").isEmpty() ? null : new ItemCode(word("item")),
                word("order").isEmpty() ? null : new OrderCode(word("order")),
                sent.getOrDefault("demands", List.of()).stream()
                        .map(word -> among("demands", word, Demand.values()))
                        .toList(),
                hours.isEmpty() ? null : Integer.valueOf(hours),
                word("reason"));
    }

    private @Nullable Instant at(ZoneId zone) {
        String said = word("at");
        if (said.isEmpty()) return null;
        try {
            return LocalDateTime.parse(said).atZone(zone).toInstant();
        } catch (DateTimeException invalid) {
            throw new Refused(Problem.of("time_invalid", 422, "\"" + said + "\" is no moment.")
                    .with("element", "at"));
        }
    }

    private @Nullable String optional(String name) {
        return word(name).isEmpty() ? null : word(name);
    }

    private String needed(String name) {
        if (!word(name).isEmpty()) return word(name);
        throw new Refused(
                Problem.of("text_missing", 422, "Nothing is said here.").with("element", name));
    }

    private @Nullable LocalDate day(String name) {
        if (word(name).isEmpty()) return null;
        try {
            return LocalDate.parse(word(name));
        } catch (DateTimeException invalid) {
            throw new Refused(Problem.of("day_invalid", 422, "\"" + word(name) + "\" is no day.")
                    .advising("Choose a day.")
                    .with("element", name));
        }
    }

    private <E extends Enum<E>> E one(String name, E[] choices) {
        return among(name, word(name), choices);
    }

    private static <E extends Enum<E>> E among(String name, String word, E[] choices) {
        for (E choice : choices)
            if (choice.name().toLowerCase(Locale.ROOT).equals(word)) return choice;
        throw wrongWord(name, word);
    }

    private static Refused wrongWord(String name, String word) {
        return new Refused(
                Problem.of("choice_unknown", 422, "\"" + word + "\" cannot be chosen here.")
                        .with("element", name));
    }
}
