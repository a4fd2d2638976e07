package stemma.catalog;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.OrderCode;
import stemma.identifiers.PartnerCode;
import stemma.identifiers.ShipToCode;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What a customer shall get, line by line, at one of its ship-tos where that is said. */
public record SalesOrder(
        OrderCode code,
        PartnerCode customer,
        @Nullable ShipToCode shipTo,
        @Nullable LocalDate due,
        List<OrderLine> lines,
        Standing standing)
        implements LinedOrder {
    public SalesOrder {
        lines = OrderLine.checked(lines);
    }

    @Override
    public PartnerCode partner() {
        return customer;
    }

    @Override
    public SalesOrder with(Standing standing) {
        return new SalesOrder(code, customer, shipTo, due, lines, standing);
    }

    @Override
    public List<MasterKey> restsOn() {
        List<MasterKey> parents = new ArrayList<>();
        parents.add(Partner.key(customer));
        if (shipTo != null) parents.add(ShipTo.key(customer, shipTo));
        lines.forEach(line -> parents.add(Item.key(line.item())));
        return parents;
    }

    @Override
    public MasterKey key() {
        return key(code);
    }

    public static MasterKey key(OrderCode code) {
        return MasterKey.of(MasterKind.SALES_ORDER, code.code());
    }
}
