package stemma.upkeep.web;

import org.jspecify.annotations.Nullable;

import stemma.certificates.KeptCertificate;
import stemma.identifiers.EventId;
import stemma.intake.Slip;
import stemma.upkeep.LogLine;
import stemma.upkeep.ResourceState;
import stemma.upkeep.ToldEntry;
import stemma.upkeep.Upkeep;
import stemma.upkeep.UpkeepAddress;
import stemma.upkeep.UpkeepEntry;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The card of one resource: how it stands, its log, and the form that is open. */
public record ResourcePage(
        ResourceState state,
        List<LogLine> log,
        Map<EventId, KeptCertificate> papers,
        int from,
        String tell,
        UpkeepForm form,
        Slip slip) {
    public ResourcePage {
        log = List.copyOf(log);
        papers = Map.copyOf(papers);
    }

    /** Returns the lines that are shown; one more was read to know whether there are more. */
    public List<LogLine> shown() {
        return log.subList(0, Math.min(Upkeep.LOG, log.size()));
    }

    /** Returns the paper kept here on which an entry rests. */
    public Optional<KeptCertificate> paper(@Nullable ToldEntry told) {
        return told != null && told.entry() instanceof UpkeepEntry.Calibrated c && c.paper() != null
                ? Optional.ofNullable(papers.get(c.paper()))
                : Optional.empty();
    }

    /** Returns the paper of the latest calibration, where nothing may rest on it any more. */
    public Optional<KeptCertificate> doubtful() {
        return paper(state.calibration()).filter(kept -> !kept.isGood());
    }

    public boolean hasMore() {
        return log.size() > Upkeep.LOG;
    }

    /** Returns the address of this card. */
    public String address() {
        return UpkeepAddress.of(state.resource().code());
    }
}
