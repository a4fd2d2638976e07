package stemma.catalog;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.OrderCode;
import stemma.identifiers.PartnerCode;
import stemma.identifiers.SiteCode;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What a supplier shall bring to a site, line by line. */
public record PurchaseOrder(
        OrderCode code,
        PartnerCode supplier,
        SiteCode site,
        @Nullable LocalDate due,
        List<OrderLine> lines,
        Standing standing)
        implements LinedOrder {
    public PurchaseOrder {
        lines = OrderLine.checked(lines);
    }

    @Override
    public PartnerCode partner() {
        return supplier;
    }

    @Override
    public PurchaseOrder with(Standing standing) {
        return new PurchaseOrder(code, supplier, site, due, lines, standing);
    }

    @Override
    public List<MasterKey> restsOn() {
        List<MasterKey> parents = new ArrayList<>();
        parents.add(Partner.key(supplier));
        parents.add(Site.key(site));
        lines.forEach(line -> parents.add(Item.key(line.item())));
        return parents;
    }

    @Override
    public MasterKey key() {
        return key(code);
    }

    public static MasterKey key(OrderCode code) {
        return MasterKey.of(MasterKind.PURCHASE_ORDER, code.code());
    }
}
