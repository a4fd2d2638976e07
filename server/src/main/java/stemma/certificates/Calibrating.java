package stemma.certificates;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.EventId;
import stemma.identifiers.Portion;
import stemma.identifiers.ResourceCode;
import stemma.identifiers.SiteCode;
import stemma.lots.Lot;
import stemma.quality.Measurement;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Tells which equipment rests on papers; the room that keeps it up does. */
@FunctionalInterface
public interface Calibrating {
    /**
     * A calibration that rests on a paper: of what, when, until when it was the latest (absent: it
     * is still), every lot that was made or touched with it in that time, what it measured, and the
     * lots that stand under the inspections of these results.
     */
    record Calibrated(
            EventId paper,
            ResourceCode resource,
            String address,
            SiteCode site,
            Instant at,
            @Nullable Instant until,
            List<Touched> lots,
            List<Measurement> results,
            List<Portion> measured) {
        public Calibrated {
            measured = List.copyOf(measured);
            results = List.copyOf(results);
            lots = List.copyOf(lots);
        }

        /** Returns the same calibration with some of its lots and results only. */
        Calibrated with(List<Touched> some, List<Measurement> told) {
            return new Calibrated(paper, resource, address, site, at, until, some, told, measured);
        }

        /** Returns all that rests on it: what it touched, and what was judged by it. */
        public List<Portion> resting() {
            return Stream.concat(lots.stream().map(Touched::portion), measured.stream())
                    .distinct()
                    .toList();
        }
    }

    /** A lot, or units of it, that was made or touched with the equipment. */
    record Touched(Lot lot, Portion portion) {}

    /** Returns the calibrations that stand and rest on these papers, by resource and time. */
    List<Calibrated> on(Collection<EventId> papers);
}
