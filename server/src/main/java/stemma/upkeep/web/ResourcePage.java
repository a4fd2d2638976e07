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
import java.util.Optional;

/** The card of one resource: how it stands, its log, and the form that is open. */
public record ResourcePage(
        ResourceState state,
        List<LogLine> log,
        UpkeepPapers papers,
        int from,
        String tell,
        UpkeepForm form,
        Slip slip) {
    public ResourcePage {
        log = List.copyOf(log);
    }

    /** Returns the lines that are shown; one more was read to know whether there are more. */
    public List<LogLine> shown() {
        return log.subList(0, Math.min(Upkeep.LOG, log.size()));
    }

    /** Returns the paper kept here on which an entry rests. */
    public Optional<KeptCertificate> paper(@Nullable ToldEntry told) {
        return id(told).map(papers.seen()::get);
    }

    /** Returns the paper of the latest calibration, where nothing may rest on it any more. */
    public Optional<KeptCertificate> doubtful() {
        return paper(state.calibration()).filter(kept -> !kept.isGood());
    }

    /** Says whether that paper is one that may not be seen: only that much is told of it. */
    public boolean isDoubtfulUnseen() {
        return id(state.calibration()).filter(papers.doubtful()::contains).isPresent();
    }

    private static Optional<EventId> id(@Nullable ToldEntry told) {
        return told != null && told.entry() instanceof UpkeepEntry.Calibrated c
                ? Optional.ofNullable(c.paper())
                : Optional.empty();
    }

    public boolean hasMore() {
        return log.size() > Upkeep.LOG;
    }

    /** Returns the address of this card. */
    public String address() {
        return UpkeepAddress.of(state.resource().code());
    }
}
