package stemma.lots;

import stemma.identifiers.ItemCode;
import stemma.quantity.Unit;

/** An item, and the unit in which it, or one of its lots, is counted. */
public record CountedIn(ItemCode item, Unit unit) {}
