package stemma.ledger;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.ContainerCode;
import stemma.identifiers.DocumentCode;
import stemma.identifiers.HoldCode;
import stemma.identifiers.ItemCode;
import stemma.identifiers.LocationCode;
import stemma.identifiers.PartnerCode;
import stemma.identifiers.ResourceCode;
import stemma.identifiers.RunId;
import stemma.identifiers.ShipToCode;
import stemma.identifiers.ShipmentCode;
import stemma.identifiers.SiteCode;

import java.util.List;

/**
 * How codes are spelled: says of each code in an event how it is written here. Two spellings of one
 * code must never be two places, two customers or two runs, or a trace would end between them.
 */
public abstract class Spelling {
    protected RunId run(RunId code) {
        return code;
    }

    protected ResourceCode resource(ResourceCode code) {
        return code;
    }

    protected ContainerCode container(ContainerCode code) {
        return code;
    }

    protected ShipmentCode shipment(ShipmentCode code) {
        return code;
    }

    protected DocumentCode transfer(DocumentCode code) {
        return code;
    }

    protected HoldCode hold(HoldCode code) {
        return code;
    }

    protected PartnerCode partner(PartnerCode code) {
        return code;
    }

    protected ShipToCode shipTo(PartnerCode partner, ShipToCode code) {
        return code;
    }

    protected SiteCode site(SiteCode code) {
        return code;
    }

    protected LocationCode location(SiteCode site, LocationCode code) {
        return code;
    }

    protected ItemCode item(ItemCode code) {
        return code;
    }

    /** Returns the event with every code spelled as it is here; the same where nothing differs. */
    public final Event of(Event event) {
        Event spelled = new Respelt(this).of(event);
        return spelled.equals(event) ? event : spelled;
    }

    /** Asks of every code in the event, for the asking alone. */
    final void walk(Event event) {
        var unused = new Respelt(this).of(event);
    }

    final @Nullable ShipToCode maybe(PartnerCode partner, @Nullable ShipToCode code) {
        return code == null ? null : shipTo(partner, code);
    }

    final List<ContainerCode> containers(List<ContainerCode> codes) {
        return codes.stream().map(this::container).toList();
    }

    final @Nullable Place maybe(@Nullable Place place) {
        return place == null ? null : place(place);
    }

    final Place place(Place place) {
        return switch (place) {
            case Place.At(var site, var location) ->
                new Place.At(site(site), location(site, location));
            case Place.OfSupplier(var code) -> new Place.OfSupplier(partner(code));
            case Place.OfCustomer(var code, var to) ->
                new Place.OfCustomer(partner(code), maybe(code, to));
            case Place.InCustody(var code) -> new Place.InCustody(partner(code));
            case Place.InRun(var code) -> new Place.InRun(run(code));
            case Place.InContainer(var code) -> new Place.InContainer(container(code));
            case Place.InVessel(var code) -> new Place.InVessel(resource(code));
            case Place.InTransit(var code) -> new Place.InTransit(shipment(code));
            case Place.InTransfer(var to, var code) ->
                new Place.InTransfer(site(to), transfer(code));
            case Place.InUnit unit -> unit;
            case Place.Beyond beyond -> beyond;
        };
    }
}
