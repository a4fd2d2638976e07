package stemma.catalog;

import stemma.identifiers.ItemCode;

import java.util.Set;

/** Tells which items have history, so that their tracking and base unit are fixed for ever. */
@FunctionalInterface
public interface UsedItems {
    /** Returns those of the items, as they were asked, of which a lot or movement exists. */
    Set<ItemCode> amongst(Set<ItemCode> items);
}
