package stemma.catalog;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.ItemCode;
import stemma.identifiers.OrderCode;
import stemma.identifiers.ResourceCode;
import stemma.identifiers.SiteCode;
import stemma.quantity.Quantity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The order to make a quantity of an item at a site, pinned to one revision of its recipe and,
 * where that is said, to a line or another resource.
 */
public record WorkOrder(
        OrderCode code,
        SiteCode site,
        ItemCode item,
        String recipeRevision,
        Quantity amount,
        @Nullable ResourceCode resource,
        @Nullable LocalDate due,
        Standing standing)
        implements Order {
    public WorkOrder {
        recipeRevision = MasterText.checked("recipeRevision", recipeRevision);
        if (!amount.isPositive()) {
            throw new MalformedMaster(
                    "quantity_invalid", "amount", "a work order is for more than nothing");
        }
    }

    /** Returns the key of the recipe revision that is to be followed. */
    public MasterKey recipe() {
        return Recipe.key(item, recipeRevision);
    }

    @Override
    public WorkOrder with(Standing standing) {
        return new WorkOrder(code, site, item, recipeRevision, amount, resource, due, standing);
    }

    @Override
    public List<MasterKey> restsOn() {
        List<MasterKey> parents =
                new ArrayList<>(List.of(Site.key(site), Item.key(item), recipe()));
        if (resource != null) parents.add(Resource.key(resource));
        return parents;
    }

    @Override
    public MasterKey key() {
        return key(code);
    }

    public static MasterKey key(OrderCode code) {
        return MasterKey.of(MasterKind.WORK_ORDER, code.code());
    }
}
