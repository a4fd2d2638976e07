package stemma.stock;

import stemma.identifiers.HoldCode;
import stemma.identifiers.Portion;

/** A lot, or some of its units, that a hold reaches by descent, run or resource. */
public record Mark(HoldCode hold, Portion lot) {}
