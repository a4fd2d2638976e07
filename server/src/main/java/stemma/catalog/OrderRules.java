package stemma.catalog;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.ItemCode;
import stemma.quantity.Quantity;

import java.util.ArrayList;
import java.util.List;

/**
 * What holds of orders: who an order is placed at, what a work order makes and what a line is for
 * stay as they were first said, and the recipe's revision once something stands under the order;
 * each amount meets the unit in which the item is kept.
 */
record OrderRules(CatalogState state) {

    List<MasterRefusal> refusals(Order order) {
        return switch (order) {
            case PurchaseOrder it -> lined(it, PartnerRole.SUPPLIER, "supplier");
            case SalesOrder it -> lined(it, PartnerRole.CUSTOMER, "customer");
            case WorkOrder it -> work(it);
        };
    }

    private List<MasterRefusal> lined(LinedOrder order, PartnerRole role, String field) {
        List<MasterRefusal> refusals = new ArrayList<>();
        if (state.partnerAfter(order.partner()) instanceof Partner partner
                && !partner.roles().contains(role)) {
            refusals.add(new MasterRefusal(
                    order.key(),
                    "partner_without_that_role",
                    field,
                    partner.code() + " is no " + role.word(),
                    "Give the partner that role, or choose another."));
        }
        LinedOrder before = before(order);
        if (before != null && !Partner.key(before.partner()).equals(Partner.key(order.partner()))) {
            refusals.add(fixed(order, field, "its " + field + " " + before.partner()));
        }
        for (OrderLine line : order.lines()) {
            if (before != null) {
                before.line(line.number())
                        .filter(was -> !Item.key(was.item()).equals(Item.key(line.item())))
                        .ifPresent(was -> refusals.add(fixed(
                                order,
                                "lineItem",
                                "the item " + was.item() + " of its line " + was.number())));
            }
            checkAmount(order, line.item(), line.amount(), refusals);
        }
        return refusals;
    }

    private @Nullable LinedOrder before(LinedOrder order) {
        return state.before(order.key()) instanceof LinedOrder before ? before : null;
    }

    private List<MasterRefusal> work(WorkOrder order) {
        List<MasterRefusal> refusals = new ArrayList<>();
        if (state.before(order.key()) instanceof WorkOrder before) {
            if (!Item.key(before.item()).equals(Item.key(order.item())))
                refusals.add(fixed(order, "item", "its item " + before.item()));
            else if (!before.recipe().equals(order.recipe()) && state.hasHistory(order.key()))
                refusals.add(begun(before));
        }
        checkAmount(order, order.item(), order.amount(), refusals);
        return refusals;
    }

    private static MasterRefusal begun(WorkOrder order) {
        return new MasterRefusal(
                order.key(),
                "order_fixed",
                "recipeRevision",
                "order " + order.code() + " has begun by revision " + order.recipeRevision()
                        + " of its recipe and keeps it",
                "Close this order, and order anew what is still to be made.");
    }

    private static MasterRefusal fixed(Order order, String field, String what) {
        return new MasterRefusal(
                order.key(),
                "order_fixed",
                field,
                "order " + order.code() + " keeps " + what,
                "Close this order, or give the line a new number, and order the other anew.");
    }

    private void checkAmount(
            Order order, ItemCode code, Quantity amount, List<MasterRefusal> refusals) {
        Item item = state.itemAfter(code);
        if (item == null) return;
        ConversionAnswer answer = state.conversionsAfter().convert(code, amount, item.baseUnit());
        if (answer instanceof ConversionAnswer.Unconverted none) {
            refusals.add(new MasterRefusal(
                    order.key(),
                    none.code(),
                    "amount",
                    none.sentence(),
                    "Write the amount in " + item.baseUnit() + ", or define the conversion."));
        }
    }
}
