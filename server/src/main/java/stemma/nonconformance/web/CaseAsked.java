package stemma.nonconformance.web;

import org.jspecify.annotations.Nullable;

import stemma.access.Caller;
import stemma.access.Permission;
import stemma.identifiers.ActorId;
import stemma.identifiers.SiteCode;
import stemma.nonconformance.CaseKind;
import stemma.nonconformance.CaseQuery;
import stemma.shell.Address;
import stemma.shell.Problem;
import stemma.shell.Refused;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which cases are asked for, as it stands in an address; what is not said is usual. */
public record CaseAsked(
        @Nullable String kind,
        @Nullable String site,
        @Nullable String standing,
        @Nullable String waitsFor,
        @Nullable String subject,
        @Nullable String words,
        @Nullable String sort,
        @Nullable Integer from,
        @Nullable Integer limit) {
    private static final int MOST = 1_000;

    /** Returns the question of what this caller may see. */
    CaseQuery query(Caller caller) {
        int rows = limit == null ? CaseQuery.PAGE : limit;
        if (rows < 1 || rows > MOST)
            throw new Refused(Problem.of("page_invalid", 422, "A page has 1 to 1,000 rows.")
                    .notRecording("")
                    .with("limit", Integer.toString(rows)));
        String mine = shown(waitsFor);
        return new CaseQuery(
                one("kind", kind, CaseKind.values()),
                Optional.of(shown(site)).filter(s -> !s.isEmpty()).map(SiteCode::new),
                one("standing", standing, CaseQuery.Standing.values())
                        .orElse(CaseQuery.Standing.OPEN),
                mine.isEmpty()
                        ? Optional.empty()
                        : Optional.of(mine.equals("me") ? caller.actor() : new ActorId(mine)),
                shown(subject),
                shown(words),
                one("sort", sort, CaseQuery.Sort.values()).orElse(CaseQuery.Sort.DUE),
                seen(caller),
                from == null ? 0 : Math.max(0, from),
                rows);
    }

    /** Returns the sites of which the caller may see cases; empty where that is all. */
    static Optional<List<SiteCode>> seen(Caller caller) {
        return caller.grants().mayEverywhere(Permission.SEE_RECORD)
                ? Optional.empty()
                : Optional.of(List.copyOf(caller.grants().sites(Permission.SEE_RECORD)));
    }

    private static <E extends Enum<E>> Optional<E> one(
            String name, @Nullable String asked, E[] words) {
        String said = shown(asked);
        if (said.isEmpty()) return Optional.empty();
        for (E word : words) if (word.name().equalsIgnoreCase(said)) return Optional.of(word);
        throw new Refused(Problem.of(
                        "choice_unknown", 422, "\"" + said + "\" is no " + name + " of cases.")
                .notRecording("")
                .advising("Write one of: "
                        + String.join(
                                ", ",
                                Arrays.stream(words)
                                        .map(word -> word.name().toLowerCase(Locale.ROOT))
                                        .toList())
                        + ".")
                .with("element", name));
    }

    private static String shown(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    /** Returns the address of the same cases, from a row on. */
    public static String address(String path, CaseQuery query, int from) {
        StringBuilder address = new StringBuilder(path)
                .append("?standing=")
                .append(query.standing().word())
                .append("&sort=")
                .append(query.sort().word());
        query.kind().ifPresent(kind -> part(address, "kind", kind.word()));
        query.site().ifPresent(site -> part(address, "site", site.code()));
        query.waitsFor().ifPresent(actor -> part(address, "waitsFor", actor.code()));
        part(address, "subject", query.subject());
        part(address, "words", query.words());
        if (from > 0) address.append("&from=").append(from);
        return address.toString();
    }

    private static void part(StringBuilder address, String name, String value) {
        if (!value.isEmpty())
            address.append("&").append(name).append("=").append(Address.encoded(value));
    }
}
