package stemma.upkeep;

import stemma.identifiers.ActorId;
import stemma.identifiers.EventId;
import stemma.identifiers.ResourceCode;
import stemma.identifiers.SiteCode;

import java.time.Instant;

/** An entry as it stands: of which resource, when it was so, when and by whom it was told. */
public record ToldEntry(
        EventId id,
        ResourceCode resource,
        SiteCode site,
        Instant at,
        Instant toldAt,
        ActorId by,
        UpkeepEntry entry) {}
