package stemma.trail;

import stemma.access.Seat;
import stemma.identifiers.SiteCode;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The limits of one visiting auditor: the seat, and the sites of the role where it names any. */
public record Visit(Seat seat, Optional<Set<SiteCode>> sites) {

    boolean sees(TrailLine line) {
        return seat.holdsMoment(line.recordedAt())
                && line.items().stream().anyMatch(seat::holdsItem)
                && (line.sites().isEmpty() || line.sites().stream().anyMatch(this::holdsSite));
    }

    boolean holdsSite(String code) {
        return sites.map(those -> those.contains(new SiteCode(code))).orElse(true);
    }

    /** Returns the line as it may be told: what it says of other things is counted only. */
    SeatLine told(TrailLine line) {
        Set<String> items = line.items().stream()
                .filter(seat::holdsItem)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> at = line.sites().stream()
                .filter(this::holdsSite)
                .collect(Collectors.toCollection(TreeSet::new));
        int otherItems = line.items().size() - items.size();
        int otherSites = line.sites().size() - at.size();
        if (otherItems + otherSites == 0) return new SeatLine(line, 0, 0);
        return new SeatLine(line.about(items, at), otherItems, otherSites);
    }
}
