package stemma.catalog;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.Gtin;
import stemma.identifiers.ItemCode;
import stemma.identifiers.PartnerCode;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the rules of an amendment are asked against: the masters it touches and rests on as they
 * stand, who bears its GTINs, all conversions that meet its own, and which have history.
 */
record CatalogState(
        Map<MasterKey, Revised<? extends Master>> standing,
        Map<MasterKey, Master> proposed,
        List<Item> bearers,
        List<Conversion> conversions,
        Set<MasterKey> used) {

    static Map<MasterKey, Master> byKey(List<? extends Master> masters) {
        Map<MasterKey, Master> byKey = new HashMap<>();
        for (Master master : masters) byKey.put(master.key(), master);
        return byKey;
    }

    int revision(MasterKey key) {
        Revised<? extends Master> revised = standing.get(key);
        return revised == null ? 0 : revised.revision();
    }

    @Nullable
    Master before(MasterKey key) {
        Revised<? extends Master> revised = standing.get(key);
        return revised == null ? null : revised.master();
    }

    boolean isActive(MasterKey key) {
        Master before = before(key);
        return before != null && before.standing() == Standing.ACTIVE;
    }

    Optional<Standing> standingAfter(MasterKey key) {
        Master proposal = proposed.get(key);
        Master after = proposal == null ? before(key) : proposal;
        return Optional.ofNullable(after).map(Master::standing);
    }

    @Nullable
    Item itemAfter(ItemCode code) {
        MasterKey key = Item.key(code);
        Master proposal = proposed.get(key);
        return (proposal == null ? before(key) : proposal) instanceof Item item ? item : null;
    }

    @Nullable
    Partner partnerAfter(PartnerCode code) {
        MasterKey key = Partner.key(code);
        Master proposal = proposed.get(key);
        return (proposal == null ? before(key) : proposal) instanceof Partner partner
                ? partner
                : null;
    }

    /** Returns another item that will bear the GTIN once the amendment stands. */
    @Nullable
    Item ownerAfter(Gtin gtin, MasterKey except) {
        for (Master master : proposed.values()) {
            if (master instanceof Item item && bears(item, gtin, except)) return item;
        }
        for (Item item : bearers) {
            if (!proposed.containsKey(item.key()) && bears(item, gtin, except)) return item;
        }
        return null;
    }

    private static boolean bears(Item item, Gtin gtin, MasterKey except) {
        return item.policy().gtins().contains(gtin) && !item.key().equals(except);
    }

    boolean hasHistory(MasterKey master) {
        return used.contains(master);
    }

    Conversions conversionsAfter() {
        return new Conversions(conversionsExcept(null));
    }

    /** Returns the factor that the other conversions give between its units, where it differs. */
    Optional<Factor> contradictionOf(Conversion conversion) {
        List<Conversion> others = conversionsExcept(conversion.key());
        Conversions known = new Conversions(others);
        List<Optional<ItemCode>> items = conversion.item() != null
                ? List.of(Optional.of(conversion.item()))
                : others.stream()
                        .map(other -> Optional.ofNullable(other.item()))
                        .distinct()
                        .toList();
        for (Optional<ItemCode> item : items) {
            Optional<Factor> factor =
                    known.between(item.orElse(null), conversion.from(), conversion.to());
            if (factor.isPresent() && !factor.get().equals(conversion.factor())) return factor;
        }
        return Optional.empty();
    }

    private List<Conversion> conversionsExcept(@Nullable MasterKey except) {
        Map<MasterKey, Conversion> after = new HashMap<>();
        for (Conversion conversion : conversions) after.put(conversion.key(), conversion);
        for (Master master : proposed.values()) {
            if (master instanceof Conversion conversion) after.put(conversion.key(), conversion);
        }
        if (except != null) after.remove(except);
        return List.copyOf(after.values());
    }
}
