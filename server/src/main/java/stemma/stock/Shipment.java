package stemma.stock;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.OrderCode;
import stemma.identifiers.PartnerCode;
import stemma.identifiers.ShipToCode;
import stemma.identifiers.ShipmentCode;
import stemma.identifiers.SiteCode;

import java.time.Instant;

/** Goods that left for a consignee: for which order, to which ship-to, from which site and when. */
public record Shipment(
        ShipmentCode code,
        @Nullable OrderCode order,
        PartnerCode consignee,
        @Nullable ShipToCode shipTo,
        SiteCode site,
        Instant shippedAt) {}
