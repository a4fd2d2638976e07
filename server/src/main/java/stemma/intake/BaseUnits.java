package stemma.intake;

import stemma.catalog.Catalog;
import stemma.catalog.Conversions;
import stemma.catalog.Item;
import stemma.identifiers.ItemCode;
import stemma.identifiers.LotId;
import stemma.identifiers.MalformedIdentifier;
import stemma.identifiers.Portion;
import stemma.ledger.Event;
import stemma.ledger.Facts;
import stemma.lots.CountedIn;
import stemma.lots.Lot;
import stemma.lots.Lots;
import stemma.quantity.Unit;

import tools.jackson.databind.JsonNode;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What lots and items are counted in, for the drafts of one request or one batch of a file: looked
 * up for all of them at once, so that a batch of a file asks twice.
 */
final class BaseUnits {
    private final Catalog catalog;
    private final Lots lots;
    private final Map<LotId, Optional<CountedIn>> byLot = new HashMap<>();
    private final Map<LotId, Optional<CountedIn>> expected = new HashMap<>();
    private final Map<ItemCode, Optional<Item>> byItem = new HashMap<>();
    private final Map<ItemCode, Conversions> conversions = new HashMap<>();

    private BaseUnits(Catalog catalog, Lots lots) {
        this.catalog = catalog;
        this.lots = lots;
    }

    static BaseUnits ahead(Catalog catalog, Lots lots, Collection<JsonNode> drafts) {
        BaseUnits units = new BaseUnits(catalog, lots);
        Set<LotId> ids = new HashSet<>();
        Set<ItemCode> items = new HashSet<>();
        drafts.forEach(draft -> named(draft, ids, items));
        if (!ids.isEmpty()) {
            lots.countedIn(ids).forEach((id, unit) -> units.byLot.put(id, Optional.of(unit)));
        }
        if (!items.isEmpty()) units.lookUp(items);
        return units;
    }

    private static void named(JsonNode node, Set<LotId> ids, Set<ItemCode> items) {
        for (var field : node.properties()) {
            JsonNode value = field.getValue();
            if (!value.isString()) {
                named(value, ids, items);
                continue;
            }
            String text = value.stringValue();
            int range = text.indexOf("..");
            String first = range < 0 ? text : text.substring(0, range);
            boolean isItem = field.getKey().equals("item");
            try {
                if (LotId.looksLike(first)) ids.add(LotId.of(first));
                else if (isItem) items.add(new ItemCode(value.stringValue()));
            } catch (MalformedIdentifier toldLater) {
                continue;
            }
        }
        if (node.isArray()) node.forEach(element -> named(element, ids, items));
    }

    private void lookUp(Set<ItemCode> codes) {
        Map<ItemCode, Item> known = catalog.items(codes);
        for (ItemCode code : codes) byItem.put(code, Optional.ofNullable(known.get(code)));
    }

    private static CountedIn counted(Lot lot) {
        return new CountedIn(lot.item(), lot.unit());
    }

    /** Takes from who has read it what a lot, or the block of a unit, is counted in. */
    void know(LotId id, Lot lot) {
        byLot.put(id, Optional.of(counted(lot)));
    }

    /** Remembers lots that a draft before brings about, which nobody can look up yet. */
    void expect(Event event) {
        Facts.births(event)
                .forEach(birth -> expected.put(
                        new LotId(event.id(), birth.ordinal()),
                        of(birth.passport().item())));
    }

    /** Remembers what the drafts of another batch bring about. */
    void expectAllOf(BaseUnits before) {
        byLot.putAll(before.expected);
    }

    Optional<CountedIn> of(ItemCode code) {
        return item(code).map(item -> new CountedIn(code, item.baseUnit()));
    }

    /** Returns the unit of the item's catch weight, if it has one. */
    Optional<Unit> weighedIn(ItemCode code) {
        return item(code).map(item -> item.policy().catchWeightUnit());
    }

    private Optional<Item> item(ItemCode code) {
        if (!byItem.containsKey(code)) lookUp(Set.of(code));
        return byItem.getOrDefault(code, Optional.empty());
    }

    /** Returns what the lot is counted in; of a unit, what its block is. */
    Optional<CountedIn> of(Portion portion) {
        Optional<CountedIn> born = expected.get(portion.first());
        if (born != null) return born;
        return byLot.computeIfAbsent(
                portion.first(),
                id -> Optional.ofNullable(lots.countedIn(Set.of(id)).get(id)));
    }

    Conversions conversions(ItemCode item) {
        return conversions.computeIfAbsent(item, code -> catalog.conversions(List.of(code)));
    }
}
