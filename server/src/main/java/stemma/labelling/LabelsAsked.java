package stemma.labelling;

import stemma.identifiers.ContainerCode;
import stemma.identifiers.EventId;
import stemma.identifiers.ItemCode;
import stemma.identifiers.LocationCode;
import stemma.identifiers.LotNumber;
import stemma.identifiers.Portion;
import stemma.identifiers.SiteCode;

import java.util.Optional;

/** For what labels are asked. */
public sealed interface LabelsAsked {
    /** For every lot and unit that an entry bore, and the container that it packed. */
    record Born(EventId event) implements LabelsAsked {}

    /** For every sublot of a number, of one item or of all that use the number. */
    record Numbered(Optional<ItemCode> item, LotNumber number) implements LabelsAsked {}

    /** For one lot, or for each of some units of a block. */
    record One(Portion portion) implements LabelsAsked {}

    /** For a pallet, case or tote. */
    record Packed(ContainerCode container) implements LabelsAsked {}

    /** For a location, or for all that are in use at a site. */
    record Spots(SiteCode site, Optional<LocationCode> location) implements LabelsAsked {}

    /** The keys for gloved hands. */
    record Commands() implements LabelsAsked {}

    /** The card by which a scanner is set up and tried. */
    record Scanner() implements LabelsAsked {}
}
