package stemma.production;

import stemma.identifiers.RunId;

import java.util.Collection;
import java.util.List;

/** Tells which equipment was not fit when runs used it; the room that keeps it up does. */
@FunctionalInterface
public interface EquipmentAtUse {
    /** Returns every such use in these runs, by resource and time. */
    List<UnfitUse> unfit(Collection<RunId> runs);
}
