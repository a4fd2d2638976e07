package stemma.certificates;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.OrderCode;
import stemma.identifiers.PartnerCode;
import stemma.identifiers.Portion;
import stemma.identifiers.ShipmentCode;

/**
 * Which certificate is to be issued: of which kind and lot (or units of one), for whom, by which
 * order, and with which shipment. A shipment tells consignee and order where they are not said.
 */
public record IssueAsked(
        IssuedKind kind,
        Portion lot,
        @Nullable PartnerCode consignee,
        @Nullable OrderCode order,
        @Nullable ShipmentCode shipment) {}
