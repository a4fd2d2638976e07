package stemma.stock;

import stemma.identifiers.SiteCode;
import stemma.ledger.Place;

import java.util.Locale;
import java.util.Optional;

/** A place as people say it. */
public final class Places {
    private Places() {}

    /** Returns the site at which a place is, or to which goods are on their way. */
    public static Optional<SiteCode> site(Place place) {
        return switch (place) {
            case Place.At(var site, var _) -> Optional.of(site);
            case Place.InTransfer(var to, var _) -> Optional.of(to);
            case Place.OfSupplier _,
                    Place.OfCustomer _,
                    Place.InCustody _,
                    Place.InRun _,
                    Place.InContainer _,
                    Place.InVessel _,
                    Place.InUnit _,
                    Place.InTransit _,
                    Place.Beyond _ -> Optional.empty();
        };
    }

    public static String words(Place place) {
        return switch (place) {
            case Place.At(var _, var location) -> location.code();
            case Place.OfSupplier(var partner) -> partner.code();
            case Place.OfCustomer(var partner, var shipTo) ->
                shipTo == null ? partner.code() : partner + " " + shipTo;
            case Place.InCustody(var partner) -> "our goods at " + partner;
            case Place.InRun(var run) -> "run " + run;
            case Place.InContainer(var container) -> "container " + container;
            case Place.InVessel(var vessel) -> "vessel " + vessel;
            case Place.InUnit(var unit) -> "unit " + unit;
            case Place.InTransit(var shipment) -> "shipment " + shipment;
            case Place.InTransfer(var to, var transfer) ->
                "on the way to " + to + ", transfer " + transfer;
            case Place.Beyond beyond -> beyond.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        };
    }
}
