package stemma.upkeep;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.certificates.Calibrating;
import stemma.genealogy.Uses;
import stemma.identifiers.EventId;
import stemma.identifiers.LotId;
import stemma.identifiers.Portion;
import stemma.journal.WorldClock;
import stemma.lots.Lot;
import stemma.lots.Lots;
import stemma.quality.Measurement;
import stemma.quality.Quality;
import stemma.upkeep.store.EntryTable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells which calibrations rest on a paper, and what the equipment was used for, as long as none
 * came after it.
 */
public final class PaperCalibrations implements Calibrating {
    private final EntryTable entries;
    private final Uses uses;
    private final Lots lots;
    private final Quality quality;
    private final WorldClock clock;

    public PaperCalibrations(Lots lots, Quality quality, JdbcClient database, WorldClock clock) {
        this.quality = quality;
        this.entries = new EntryTable(database);
        this.uses = new Uses(database, lots);
        this.lots = lots;
        this.clock = clock;
    }

    @Override
    public List<Calibrated> on(Collection<EventId> papers) {
        List<Calibrated> all = new ArrayList<>();
        for (EntryTable.OnPaper one : entries.onPapers(papers)) {
            ToldEntry told = one.told();
            Instant until = one.until() == null ? clock.now() : one.until();
            List<Measurement> results =
                    quality.measuredBy(told.resource().code(), told.at(), until);
            all.add(new Calibrated(
                    one.paper(),
                    told.resource(),
                    UpkeepAddress.of(told.resource()),
                    told.site(),
                    told.at(),
                    one.until(),
                    touched(told, until),
                    results,
                    measured(results)));
        }
        return all;
    }

    private List<Portion> measured(List<Measurement> results) {
        Set<EventId> inspections =
                results.stream().map(one -> one.result().inspection()).collect(Collectors.toSet());
        List<Portion> under = quality.lotsUnder(inspections).values().stream()
                .flatMap(List::stream)
                .distinct()
                .sorted()
                .toList();
        Map<LotId, Lot> known = lots.lots(under.stream().map(Portion::first).toList());
        return under.stream().filter(one -> known.containsKey(one.first())).toList();
    }

    private List<Touched> touched(ToldEntry told, Instant until) {
        List<Portion> portions = uses.touched(told.resource(), told.at(), until);
        Map<LotId, Lot> known = lots.lots(portions.stream().map(Portion::first).toList());
        List<Touched> touched = new ArrayList<>();
        for (Portion portion : portions) {
            Lot lot = known.get(portion.first());
            if (lot != null) touched.add(new Touched(lot, portion));
        }
        return touched;
    }
}
