package stemma.upkeep.web;

import org.jspecify.annotations.Nullable;

import stemma.access.Caller;
import stemma.catalog.ResourceKind;
import stemma.shell.Address;
import stemma.shell.Problem;
import stemma.shell.Refused;
import stemma.upkeep.Due;
import stemma.upkeep.UpkeepQuery;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Which equipment is asked for, as it stands in an address; what is not said is all. */
public record UpkeepAsked(
        @Nullable String kind,
        @Nullable String due,
        @Nullable String words,
        @Nullable String sort,
        @Nullable Integer from) {
    /** How many rows one page shows. */
    public static final int PAGE = 100;

    UpkeepQuery query(Caller caller) {
        return new UpkeepQuery(
                one("kind", kind, ResourceKind.values()),
                one("due", due, Due.values()),
                words == null ? "" : words,
                one("sort", sort, UpkeepQuery.Sort.values()).orElse(UpkeepQuery.Sort.DUE),
                UpkeepWork.seen(caller));
    }

    /** Returns the row from which the page begins. */
    int first() {
        return from == null ? 0 : Math.max(0, from);
    }

    private static <E extends Enum<E>> Optional<E> one(
            String name, @Nullable String asked, E[] choices) {
        String said = asked == null ? "" : asked.strip();
        if (said.isEmpty()) return Optional.empty();
        for (E choice : choices)
            if (choice.name().equalsIgnoreCase(said)) return Optional.of(choice);
        throw new Refused(Problem.of(
                        "choice_unknown", 422, "\"" + said + "\" is no " + name + " here.")
                .notRecording("")
                .advising("Write one of: "
                        + String.join(
                                ", ",
                                Arrays.stream(choices)
                                        .map(one -> one.name().toLowerCase(Locale.ROOT))
                                        .toList())
                        + ".")
                .with("element", name));
    }

    /** Returns the address of the same list, from a row on. */
    public static String address(String path, UpkeepQuery query, int from) {
        StringBuilder address =
                new StringBuilder(path).append("?sort=").append(query.sort().word());
        query.kind().ifPresent(kind -> address.append("&kind=").append(kind.word()));
        query.due().ifPresent(due -> address.append("&due=").append(due.word()));
        if (!query.words().isEmpty())
            address.append("&words=").append(Address.encoded(query.words()));
        if (from > 0) address.append("&from=").append(from);
        return address.toString();
    }
}
