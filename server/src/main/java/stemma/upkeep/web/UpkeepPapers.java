package stemma.upkeep.web;

import stemma.access.Caller;
import stemma.access.Permission;
import stemma.certificates.KeptCertificate;
import stemma.identifiers.EventId;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The papers of calibrations: those that may be seen, and which of the others are doubtful. */
public record UpkeepPapers(Map<EventId, KeptCertificate> seen, Set<EventId> doubtful) {
    public UpkeepPapers {
        seen = Map.copyOf(seen);
        doubtful = Set.copyOf(doubtful);
    }

    static UpkeepPapers seen(Caller caller, Map<EventId, KeptCertificate> all) {
        Map<EventId, KeptCertificate> seen = new HashMap<>();
        Set<EventId> doubtful = new HashSet<>();
        all.forEach((id, kept) -> {
            if (caller.may(Permission.SEE_RECORD, kept.paper().site())) seen.put(id, kept);
            else if (!kept.isGood()) doubtful.add(id);
        });
        return new UpkeepPapers(seen, doubtful);
    }
}
