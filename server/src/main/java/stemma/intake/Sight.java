package stemma.intake;

import stemma.identifiers.SiteCode;
import stemma.ledger.Event;
import stemma.ledger.Place;
import stemma.lots.Lot;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What somebody may see of the record, by site; what is of other sites is counted, not named. */
public interface Sight {
    /** Of who has rights at all sites, and of answers that nobody asked for. */
    Sight WHOLE = new Whole();

    /** Returns the sites seen; nothing where all are. */
    Optional<Set<SiteCode>> sites();

    /** Returns those of the lots that may be known of. */
    List<Lot> lots(Collection<Lot> all);

    /** Returns those of the places that are at sites not seen. */
    Set<Place> unseen(Collection<Place> places);

    /** Says whether anything that the event tells of may be known. */
    boolean sees(Event event);

    /**
     * Says whether the event itself is told: it happened at a site seen, brought goods from or to
     * one, or says something of goods that may be known without naming any place.
     */
    default boolean tells(Event event) {
        if (sites().isEmpty()) return true;
        if (event instanceof Event.Corrected c && c.replacement() != null)
            return sees(c.circumstances().site()) || tells(c.replacement());
        return Walls.sitesOf(event).stream().anyMatch(this::sees)
                || Walls.isPlaceless(event) && sees(event);
    }

    default boolean sees(SiteCode site) {
        return sites().map(seen -> seen.contains(site)).orElse(true);
    }
}
