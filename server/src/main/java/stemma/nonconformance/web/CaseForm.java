package stemma.nonconformance.web;

import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

import stemma.identifiers.ActorId;
import stemma.identifiers.ItemCode;
import stemma.identifiers.Portion;
import stemma.identifiers.SiteCode;
import stemma.nonconformance.CaseEntry;
import stemma.nonconformance.CaseKind;
import stemma.nonconformance.CaseSubject;
import stemma.nonconformance.Complainant;
import stemma.nonconformance.Complaint;
import stemma.nonconformance.RootCause;
import stemma.nonconformance.Severity;
import stemma.nonconformance.SubjectKind;
import stemma.shell.Address;
import stemma.shell.Problem;
import stemma.shell.Refused;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A form about a case as it was filled in. Its words survive a refusal. */
public record CaseForm(
        MultiValueMap<String, String> sent, @Nullable Problem problem) {

    /** Returns what stands in a field, or nothing; a browser ends lines with two characters. */
    public String word(String name) {
        String value = sent.getFirst(name);
        return value == null ? "" : value.replace("\r\n", "\n").strip();
    }

    /** Returns what stands in a field that is there several times. */
    public String row(String name, int row) {
        return at(sent.getOrDefault(name, List.of()), row);
    }

    /** Returns the address of the form for another kind, about the same. */
    public String as(CaseKind kind) {
        StringBuilder address = new StringBuilder("/cases/new?kind=").append(kind.word());
        for (String name : List.of("subjectKind", "subjectCode", "subjectItem", "subjectPart"))
            for (String value : sent.getOrDefault(name, List.of()))
                address.append("&").append(name).append("=").append(Address.encoded(value));
        return address.toString();
    }

    /** Returns what is wrong with a field, in words. */
    public String wrong(String name) {
        if (problem == null) return "";
        return name.equals(problem.details().get("element")) ? problem.sentence() : "";
    }

    CaseForm with(Problem why) {
        return new CaseForm(sent, why);
    }

    /** Returns the kinds from which one is chosen. */
    public CaseKind kind() {
        return word("kind").isEmpty() ? CaseKind.NONCONFORMANCE : one("kind", CaseKind.values());
    }

    CaseEntry.Opened opened() {
        CaseKind kind = kind();
        return new CaseEntry.Opened(
                kind,
                new SiteCode(needed("site")),
                word("title"),
                word("account"),
                day("foundOn"),
                word("foundAt"),
                word("foundBy"),
                one("severity", Severity.values()),
                new ActorId(needed("owner")),
                day("due"),
                subjects(),
                kind == CaseKind.COMPLAINT ? complaint() : null,
                kind == CaseKind.DEVIATION ? word("instruction") : null);
    }

    private Complaint complaint() {
        return new Complaint(
                word("product"),
                day("received"),
                word("codeAsRead"),
                word("nature"),
                word("correction"),
                null);
    }

    /** Returns who complained, where anything is known of it. */
    @Nullable
    Complainant complainant() {
        Complainant who = new Complainant(word("name"), word("address"), word("phone"));
        return (who.name() + who.address() + who.phone()).isEmpty() ? null : who;
    }

    /** Returns what it is about: a row for each, of kind, code and item. */
    List<CaseSubject> subjects() {
        List<String> kinds = sent.getOrDefault("subjectKind", List.of());
        List<String> codes = sent.getOrDefault("subjectCode", List.of());
        List<String> items = sent.getOrDefault("subjectItem", List.of());
        List<String> parts = sent.getOrDefault("subjectPart", List.of());
        List<CaseSubject> subjects = new ArrayList<>();
        for (int row = 0; row < Math.min(kinds.size(), codes.size()); row++) {
            if (codes.get(row).isBlank()) continue;
            subjects.add(new CaseSubject(
                    among("subjectKind", kinds.get(row), SubjectKind.values()),
                    codes.get(row).strip(),
                    at(items, row).isEmpty() ? null : new ItemCode(at(items, row)),
                    at(parts, row).isEmpty() ? null : Portion.of(at(parts, row))));
        }
        return subjects;
    }

    private static String at(List<String> all, int row) {
        return row < all.size() ? all.get(row).strip() : "";
    }

    /** Returns what is entered, by the word in {@code entry}. */
    CaseEntry entry() {
        return switch (word("entry")) {
            case "amended" ->
                new CaseEntry.Amended(
                        word("title").isEmpty() ? null : word("title"),
                        one("severity", Severity.values()),
                        new ActorId(needed("owner")),
                        day("due"),
                        word("reason"));
            case "tied" -> new CaseEntry.Tied(subjects(), word("words"));
            case "assessed" ->
                new CaseEntry.Assessed(
                        word("reportable").isEmpty()
                                ? null
                                : one("reportable", CaseEntry.Reportable.values()),
                        word("words"));
            case "investigated" ->
                new CaseEntry.Investigated(one("cause", RootCause.values()), word("words"));
            case "decided" -> new CaseEntry.Decided(word("words"));
            case "action_planned" ->
                new CaseEntry.ActionPlanned(
                        word("action"), new ActorId(needed("owner")), day("due"));
            case "action_done" -> new CaseEntry.ActionDone(number("action"), word("words"));
            case "check_planned" -> new CaseEntry.CheckPlanned(word("criterion"), day("due"));
            case "checked" ->
                new CaseEntry.Checked(
                        one("effect", CaseEntry.Effect.values()), word("words"), null);
            case "replied" -> new CaseEntry.Replied(day("on"), word("words"));
            case "closed" -> new CaseEntry.Closed(word("words"), null);
            case "reopened" -> new CaseEntry.Reopened(word("reason"));
            case "complainant_erased" -> new CaseEntry.ComplainantErased(word("reason"));
            default -> throw wrongWord("entry", word("entry"));
        };
    }

    int number(String name) {
        if (word(name).matches("\\d{1,6}")) return Integer.parseInt(word(name));
        throw wrongWord(name, word(name));
    }

    private String needed(String name) {
        if (!word(name).isEmpty()) return word(name);
        throw new Refused(
                Problem.of("text_missing", 422, "Nothing is said here.").with("element", name));
    }

    private LocalDate day(String name) {
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
