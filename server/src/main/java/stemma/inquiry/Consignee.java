package stemma.inquiry;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.PartnerCode;
import stemma.identifiers.ShipToCode;

/** Who got goods or will get them: the partner, the ship-to where known, and the country. */
public record Consignee(
        PartnerCode partner,
        String name,
        @Nullable ShipToCode shipTo,
        String shipToName,
        String address,
        String country) {

    static Consignee of(Names names, PartnerCode partner, @Nullable ShipToCode shipTo) {
        return new Consignee(
                partner,
                names.partner(partner),
                shipTo,
                names.shipTo(partner, shipTo),
                names.address(partner, shipTo),
                names.country(partner, shipTo));
    }

    /** Returns what tells it from every other consignee. */
    public String key() {
        return shipTo == null ? partner.code() : partner + "/" + shipTo;
    }
}
