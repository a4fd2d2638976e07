package stemma.quality;

import stemma.identifiers.ItemCode;
import stemma.identifiers.SiteCode;

/** A result with the inspection that it is of, as it is told of its instrument. */
public record Measurement(Result result, ItemCode item, SiteCode site) {}
