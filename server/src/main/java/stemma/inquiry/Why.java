package stemma.inquiry;

import stemma.genealogy.Direction;
import stemma.genealogy.Path;
import stemma.lots.Lot;

import java.util.Optional;

/**
 * Why a lot stands in the trace of what was asked about: the path that proves it, in the direction
 * of the material; none where the two are not related.
 */
public record Why(
        Subject subject, Lot lot, Direction direction, Insight insight, Optional<Path> path) {}
