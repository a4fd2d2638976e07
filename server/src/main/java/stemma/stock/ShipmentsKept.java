package stemma.stock;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.LotNumber;
import stemma.identifiers.PartnerCode;
import stemma.identifiers.ShipToCode;
import stemma.identifiers.ShipmentCode;
import stemma.identifiers.SiteCode;

import java.util.HashMap;
import java.util.Map;

/**
 * The shipments that stand, by the normal form of their codes. They go to few partners from few
 * sites, whose codes are kept once.
 */
final class ShipmentsKept {
    private static final long BYTES_EACH = 200;

    private final Map<String, Shipment> byCode = new HashMap<>();
    private final Map<PartnerCode, PartnerCode> partners = new HashMap<>();
    private final Map<ShipToCode, ShipToCode> shipTos = new HashMap<>();
    private final Map<SiteCode, SiteCode> sites = new HashMap<>();

    void put(Shipment shipment) {
        ShipToCode shipTo = shipment.shipTo();
        byCode.put(
                key(shipment.code()),
                new Shipment(
                        shipment.code(),
                        shipment.order(),
                        once(partners, shipment.consignee()),
                        shipTo == null ? null : once(shipTos, shipTo),
                        once(sites, shipment.site()),
                        shipment.shippedAt()));
    }

    private static <T> T once(Map<T, T> known, T one) {
        return known.computeIfAbsent(one, first -> first);
    }

    void remove(ShipmentCode code) {
        byCode.remove(key(code));
    }

    /** Returns the shipment whose code has that normal form, or none. */
    @Nullable
    Shipment get(String normal) {
        return byCode.get(normal);
    }

    private static String key(ShipmentCode code) {
        String normal = LotNumber.normal(code.code());
        return normal.equals(code.code()) ? code.code() : normal;
    }

    /** Returns about how much memory it takes. */
    long bytes() {
        return BYTES_EACH * byCode.size();
    }
}
