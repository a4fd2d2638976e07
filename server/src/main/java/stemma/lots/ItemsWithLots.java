package stemma.lots;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.catalog.Item;
import stemma.catalog.MasterKey;
import stemma.catalog.MasterKind;
import stemma.catalog.UsedMasters;
import stemma.identifiers.ItemCode;
import stemma.ledger.Turns;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells the catalog which items have lots, in any spelling: their tracking is fixed for ever. Who
 * asks has the plant alone until the change is made, so that no first lot is born meanwhile.
 */
public record ItemsWithLots(JdbcClient database) implements UsedMasters {

    // Hops from item to item along the index, so that a million lots cost no more than their items.
    private static final String ITEMS = """
            with recursive hop(item) as (
                select min(item) from lots.lot
                union all
                select (select min(lot.item) from lots.lot where lot.item > hop.item)
                from hop where hop.item is not null)
            select item from hop where item is not null
            """;

    @Override
    public Set<MasterKey> amongst(Set<MasterKey> masters) {
        Set<MasterKey> items = masters.stream()
                .filter(key -> key.kind() == MasterKind.ITEM)
                .collect(Collectors.toSet());
        if (items.isEmpty()) return items;
        new Turns(database).enter(Turns.Company.ALONE);
        Set<MasterKey> used = new HashSet<>();
        database.sql(ITEMS)
                .query(String.class)
                .list()
                .forEach(item -> used.add(Item.key(ItemCode.of(item))));
        items.retainAll(used);
        return items;
    }
}
