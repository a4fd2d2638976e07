package stemma.production;

import stemma.catalog.Catalog;
import stemma.catalog.Item;
import stemma.catalog.RecipeStep;
import stemma.catalog.StepParameter;
import stemma.catalog.WorkOrder;
import stemma.identifiers.ItemCode;
import stemma.identifiers.OwnCode;
import stemma.lots.Lot;
import stemma.lots.Lots;
import stemma.printing.Barcode;
import stemma.printing.Symbol;
import stemma.printing.Traveller;
import stemma.stock.Handled;
import stemma.stock.Pick;
import stemma.stock.Proposal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts together the paper that goes with a work order, with the goods to take first. */
public final class Travellers {
    private final Catalog catalog;
    private final Lots lots;

    public Travellers(Catalog catalog, Lots lots) {
        this.catalog = catalog;
        this.lots = lots;
    }

    /** Returns the traveller of an order; refused where nobody has placed it. */
    public Traveller traveller(OrderCard card, List<Proposal> next) {
        WorkOrder order = card.order();
        if (order == null) throw WorkOrders.unknown(card.code());
        return new Traveller(
                order.code().code(),
                order.item().code(),
                name(order.item()),
                order.recipeRevision(),
                Handled.shown(order.amount()),
                order.due() == null ? "any day" : order.due().toString(),
                materials(card, next),
                card.steps().stream().map(state -> step(state.step())).toList());
    }

    private List<Traveller.Material> materials(OrderCard card, List<Proposal> next) {
        List<Traveller.Material> all = new ArrayList<>();
        for (NeedState state : card.needs()) {
            ItemCode item = state.need().line().item();
            List<Traveller.Material> aside = next.stream()
                    .flatMap(proposal -> proposal.picks().stream())
                    .flatMap(pick -> material(item, pick))
                    .toList();
            all.addAll(aside);
            if (aside.isEmpty())
                all.add(new Traveller.Material(
                        item.code(), name(item), "", Handled.shown(state.left()), List.of()));
        }
        return all;
    }

    private Stream<Traveller.Material> material(ItemCode item, Pick pick) {
        Lot lot = lots.lot(pick.lot().first()).orElseThrow();
        if (!Item.key(lot.item()).equals(Item.key(item))) return Stream.empty();
        String number = lot.number().text();
        String code = OwnCode.of(OwnCode.Kind.LOT, lot.item().code(), number).text();
        return Stream.of(new Traveller.Material(
                item.code(),
                name(item),
                number,
                Handled.shown(pick.quantity()),
                List.of(Barcode.plain(Symbol.DATA_MATRIX, code))));
    }

    private String name(ItemCode code) {
        Item item = catalog.items(List.of(code)).get(code);
        return item == null ? code.code() : item.name();
    }

    private static Traveller.Step step(RecipeStep step) {
        return new Traveller.Step(
                Integer.toString(step.number()),
                step.text(),
                step.resource() == null ? "" : step.resource().word(),
                step.parameters().stream()
                        .map(StepParameter::toString)
                        .collect(Collectors.joining(", ")));
    }
}
