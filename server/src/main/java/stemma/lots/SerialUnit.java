package stemma.lots;

import stemma.identifiers.LotId;
import stemma.identifiers.SerialNumber;

/** One unit found by its serial number, in which of its lives (the first is 1). */
public record SerialUnit(SerialNumber serial, LotId unit, Lot block, int life) {}
