package stemma.lots;

import stemma.identifiers.ItemCode;
import stemma.quantity.Unit;

/** What lots have in common that may be added up: the item, the unit, and that they are blocks. */
public record LotKind(ItemCode item, Unit unit, boolean isSerial) {}
