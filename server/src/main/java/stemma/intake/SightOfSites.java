package stemma.intake;

import stemma.access.Caller;
import stemma.identifiers.SiteCode;
import stemma.ledger.Event;
import stemma.ledger.Place;
import stemma.lots.Lot;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Sees what is of the sites at which the caller has any right. */
record SightOfSites(Walls walls, Caller caller) implements Sight {
    @Override
    public Optional<Set<SiteCode>> sites() {
        return Optional.of(Walls.sites(caller));
    }

    @Override
    public List<Lot> lots(Collection<Lot> all) {
        return walls.seen(caller, all);
    }

    @Override
    public Set<Place> unseen(Collection<Place> places) {
        return walls.unseen(caller, places);
    }

    @Override
    public boolean sees(Event event) {
        return walls.sees(caller, event);
    }
}
