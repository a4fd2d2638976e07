package stemma.labelling.web;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.ContainerCode;
import stemma.identifiers.EventId;
import stemma.identifiers.ItemCode;
import stemma.identifiers.LocationCode;
import stemma.identifiers.LotNumber;
import stemma.identifiers.Portion;
import stemma.identifiers.SiteCode;
import stemma.labelling.LabelsAsked;
import stemma.shell.Address;
import stemma.shell.Problem;
import stemma.shell.Refused;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What labels an address or a form asks for: an entry, a lot number with or without its item, a
 * lot's id, a container, a location or all of a site, or cards.
 */
public record LabelQuery(
        @Nullable String event,
        @Nullable String lot,
        @Nullable String item,
        @Nullable String id,
        @Nullable String container,
        @Nullable String site,
        @Nullable String location,
        @Nullable String cards) {

    /** Returns what is asked for, or nothing where the address names nothing. */
    Optional<LabelsAsked> asked() {
        if (is(event)) return Optional.of(new LabelsAsked.Born(EventId.of(text(event))));
        if (is(id)) return Optional.of(new LabelsAsked.One(Portion.of(text(id))));
        if (is(lot))
            return Optional.of(new LabelsAsked.Numbered(
                    is(item) ? Optional.of(new ItemCode(text(item))) : Optional.empty(),
                    new LotNumber(text(lot))));
        if (is(container))
            return Optional.of(new LabelsAsked.Packed(new ContainerCode(text(container))));
        if (is(site))
            return Optional.of(new LabelsAsked.Spots(
                    new SiteCode(text(site)),
                    is(location)
                            ? Optional.of(new LocationCode(text(location)))
                            : Optional.empty()));
        return is(cards) ? Optional.of(ofCards(text(cards))) : Optional.empty();
    }

    /** Returns what is asked for; refused with {@code labels_missing} where nothing is named. */
    LabelsAsked named() {
        return asked().orElseThrow(() ->
                new Refused(Problem.of("labels_missing", 404, "There is nothing to label.")
                        .notRecording("Nothing was printed.")
                        .advising("Name an event, a lot, an id, a container, a site or cards.")));
    }

    private static LabelsAsked ofCards(String word) {
        return switch (word) {
            case "commands" -> new LabelsAsked.Commands();
            case "scanner" -> new LabelsAsked.Scanner();
            default ->
                throw new Refused(
                        Problem.of("choice_unknown", 422, "Cards are commands or scanner.")
                                .with("field", "cards")
                                .with("value", word));
        };
    }

    /** Returns the members that are said, for the hidden fields of a form. */
    public Map<String, String> members() {
        Map<String, String> all = new LinkedHashMap<>();
        put(all, "event", event);
        put(all, "lot", lot);
        put(all, "item", item);
        put(all, "id", id);
        put(all, "container", container);
        put(all, "site", site);
        put(all, "location", location);
        put(all, "cards", cards);
        return all;
    }

    /** Returns the address of the page that asks for the same. */
    public String address() {
        StringBuilder address = new StringBuilder("/labels");
        members()
                .forEach((name, value) -> address.append(address.indexOf("?") < 0 ? '?' : '&')
                        .append(name)
                        .append('=')
                        .append(Address.encoded(value)));
        return address.toString();
    }

    private static void put(Map<String, String> all, String name, @Nullable String value) {
        if (is(value)) all.put(name, text(value));
    }

    private static boolean is(@Nullable String value) {
        return value != null && !value.isBlank();
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }
}
