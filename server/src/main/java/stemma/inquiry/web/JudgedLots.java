package stemma.inquiry.web;

import org.springframework.stereotype.Component;

import stemma.access.Caller;
import stemma.access.Permission;
import stemma.identifiers.LotId;
import stemma.identifiers.SiteCode;
import stemma.inquiry.Subject;
import stemma.quality.Contested;
import stemma.quality.Dispositions;
import stemma.quality.InspectionCard;
import stemma.quality.Measurement;
import stemma.quality.Quality;

import java.util.List;
import java.util.Map;

/** What quality found and decided of lots, as far as whoever asks may see it. */
@Component
public final class JudgedLots {
    private final Quality quality;
    private final Contested contested;
    private final Dispositions dispositions;

    JudgedLots(Quality quality, Contested contested, Dispositions dispositions) {
        this.quality = quality;
        this.contested = contested;
        this.dispositions = dispositions;
    }

    /**
     * The inspections of some lots, the youngest first, what of them speaks against their status,
     * and what was decided.
     */
    public record Of(
            List<InspectionCard> inspections,
            List<Contested.Against> against,
            Map<LotId, Dispositions.Decided> decided) {
        public Of {
            inspections = List.copyOf(inspections);
            against = List.copyOf(against);
            decided = Map.copyOf(decided);
        }
    }

    Of of(Caller caller, Subject subject) {
        List<InspectionCard> seen = quality.inspections(subject.roots()).stream()
                .filter(card -> sees(caller, card.inspection().site()))
                .toList();
        return new Of(
                seen.reversed(),
                contested.of(seen, subject.roots()),
                dispositions.of(subject.lots()));
    }

    /** Returns every inspection that speaks against the status of its lots. */
    List<Contested.Against> against(Caller caller) {
        return contested.seenBy(caller);
    }

    /** Returns every result that was kept although something stood against it. */
    List<Measurement> keptAgainst(Caller caller) {
        return quality.keptAgainst(0, Integer.MAX_VALUE).stream()
                .filter(one -> sees(caller, one.site()))
                .toList();
    }

    private static boolean sees(Caller caller, SiteCode site) {
        return caller.may(Permission.SEE_RECORD, site);
    }
}
