package stemma.stock;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.SiteCode;
import stemma.ledger.Event;
import stemma.ledger.Facts;
import stemma.ledger.Place;
import stemma.ledger.Rule;
import stemma.ledger.Violation;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * An event that moves goods bears the site of a place from which they go or to which they come;
 * what is on the way between sites is either's.
 */
final class SiteRules {
    private final ContainerBook containers;
    private final Set<SiteCode> sites = new TreeSet<>();
    private final Set<SiteCode> towards = new TreeSet<>();

    SiteRules(ContainerBook containers) {
        this.containers = containers;
    }

    List<Violation> broken(Event effect) {
        if (effect.circumstances().follows() != null) return List.of();
        Facts.movements(effect).forEach(movement -> {
            note(movement.from());
            note(movement.to());
        });
        if (effect instanceof Event.OfContainers e) {
            e.containers().forEach(code -> note(new Place.InContainer(code)));
            end(effect).ifPresent(this::note);
        }
        SiteCode said = effect.circumstances().site();
        boolean fits = sites.contains(said) || towards.contains(said);
        if (sites.isEmpty() || fits) return List.of();
        String really = sites.stream().map(SiteCode::code).collect(Collectors.joining(", "));
        return List.of(Rule.SITE_WRONG.broken(
                "site", null, "Nothing of this was at " + said + ", but at " + really + "."));
    }

    private void note(Place place) {
        Place standing = containers.standing(place);
        if (standing instanceof Place.InTransfer(var to, var _)) towards.add(to);
        else Places.site(standing).ifPresent(sites::add);
    }

    private static Optional<Place> end(Event event) {
        @Nullable Place to = null;
        if (event instanceof Event.Moved e) to = e.to();
        if (event instanceof Event.Unpacked e) to = e.to();
        if (event instanceof Event.Packed e) to = e.at();
        return Optional.ofNullable(to);
    }
}
