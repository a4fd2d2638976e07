package stemma.scanning;

import stemma.catalog.Catalog;
import stemma.catalog.Master;
import stemma.catalog.MasterKey;
import stemma.catalog.MasterKind;
import stemma.catalog.PurchaseOrder;
import stemma.catalog.WorkOrder;
import stemma.intake.Sight;
import stemma.shell.Address;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Orders as masters, which exist before anything was done for them. */
final class OrdersNamed {
    private static final Map<MasterKind, String> PATHS = orders();

    private OrdersNamed() {}

    private static Map<MasterKind, String> orders() {
        Map<MasterKind, String> paths = new LinkedHashMap<>();
        paths.put(MasterKind.PURCHASE_ORDER, "/purchase-orders");
        paths.put(MasterKind.WORK_ORDER, "/work-orders");
        paths.put(MasterKind.SALES_ORDER, "/sales-orders");
        return paths;
    }

    /** Returns one meaning for each kind of order of that code. */
    static List<Meaning> in(Catalog catalog, String code, Sight sight) {
        List<Meaning> found = new ArrayList<>();
        PATHS.forEach((kind, path) -> catalog.find(MasterKey.of(kind, code))
                .filter(known -> isSeen(known.master(), sight))
                .ifPresent(_ -> found.add(Meaning.known(
                        ScanKind.ORDER, code, "Order " + code, Address.of(path, code)))));
        return found;
    }

    /** Orders of customers belong to the firm, all others to a site. */
    private static boolean isSeen(Master order, Sight sight) {
        if (order instanceof PurchaseOrder purchase) return sight.sees(purchase.site());
        return !(order instanceof WorkOrder work) || sight.sees(work.site());
    }
}
