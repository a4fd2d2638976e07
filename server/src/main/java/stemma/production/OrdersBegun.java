package stemma.production;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.catalog.MasterKey;
import stemma.catalog.MasterKind;
import stemma.catalog.UsedMasters;
import stemma.documents.DocumentKind;
import stemma.documents.Documents;
import stemma.documents.UnderOrder;
import stemma.identifiers.OrderCode;
import stemma.ledger.Turns;
import stemma.production.store.StepTable;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Tells the catalog which work orders have begun, by a run that stands or by a step: they keep the
 * revision of the recipe that they are pinned to (21 CFR 211.188(a)). Who asks has the plant alone
 * until the change is made, so that no run begins meanwhile.
 */
record OrdersBegun(JdbcClient database) implements UsedMasters {
    @Override
    public Set<MasterKey> amongst(Set<MasterKey> masters) {
        Set<String> orders = masters.stream()
                .filter(key -> key.kind() == MasterKind.WORK_ORDER)
                .map(MasterKey::normal)
                .collect(Collectors.toSet());
        if (orders.isEmpty()) return Set.of();
        new Turns(database).enter(Turns.Company.ALONE);
        Set<String> begun = new TreeSet<>();
        List<UnderOrder> told = new Documents(database).underOrders(DocumentKind.RUN, orders);
        told.forEach(one -> begun.add(one.order()));
        StepTable steps = new StepTable(database);
        orders.stream()
                .filter(order -> !steps.ofOrder(new OrderCode(order)).isEmpty())
                .forEach(begun::add);
        return begun.stream()
                .map(order -> new MasterKey(MasterKind.WORK_ORDER, order))
                .collect(Collectors.toSet());
    }
}
