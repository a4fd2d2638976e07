package stemma.upkeep.web;

import stemma.intake.Slip;
import stemma.upkeep.LogLine;
import stemma.upkeep.ResourceState;
import stemma.upkeep.Upkeep;
import stemma.upkeep.UpkeepAddress;

import java.util.List;

/** The card of one resource: how it stands, its log, and the form that is open. */
public record ResourcePage(
        ResourceState state, List<LogLine> log, int from, String tell, UpkeepForm form, Slip slip) {
    public ResourcePage {
        log = List.copyOf(log);
    }

    /** Returns the lines that are shown; one more was read to know whether there are more. */
    public List<LogLine> shown() {
        return log.subList(0, Math.min(Upkeep.LOG, log.size()));
    }

    public boolean hasMore() {
        return log.size() > Upkeep.LOG;
    }

    /** Returns the address of this card. */
    public String address() {
        return UpkeepAddress.of(state.resource().code());
    }
}
