package stemma.catalog;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.Gln;
import stemma.identifiers.PartnerCode;
import stemma.identifiers.ShipToCode;

import java.util.List;

/** A delivery address of a partner, in one line of text with its country. */
public record ShipTo(
        PartnerCode partner,
        ShipToCode code,
        String name,
        String address,
        Country country,
        @Nullable Gln gln,
        Standing standing)
        implements Master {
    public ShipTo {
        name = MasterText.name(name);
        address = MasterText.checked("address", address);
    }

    /** Returns an active ship-to without a GLN. */
    public static ShipTo of(
            PartnerCode partner, ShipToCode code, String name, String address, Country country) {
        return new ShipTo(partner, code, name, address, country, null, Standing.ACTIVE);
    }

    @Override
    public ShipTo with(Standing standing) {
        return new ShipTo(partner, code, name, address, country, gln, standing);
    }

    @Override
    public List<MasterKey> restsOn() {
        return List.of(Partner.key(partner));
    }

    @Override
    public MasterKey key() {
        return key(partner, code);
    }

    public static MasterKey key(PartnerCode partner, ShipToCode code) {
        return MasterKey.of(MasterKind.SHIP_TO, partner.code(), code.code());
    }
}
