package stemma.nonconformance;

import stemma.genealogy.Direction;
import stemma.lots.Lot;

/**
 * A case about a lot that stands in the genealogy of another: backward, it went into that; forward,
 * it came of it.
 */
public record CaseAround(CaseHead head, Lot lot, Direction direction) {}
