package stemma.inquiry;

import stemma.certificates.Covered;
import stemma.certificates.KeptCertificate;
import stemma.identifiers.Portion;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that rests on the papers of a number: what they cover, what was made of it, by which
 * shipments it left; and of a lot that is reached only through lots that are covered in part, how
 * much of it can be concerned at most.
 */
public record Dependents(
        List<KeptCertificate> papers,
        List<Covered> covered,
        TraceAnswer trace,
        Map<Portion, AtMost> bounds,
        List<Road> roads) {
    public Dependents {
        papers = List.copyOf(papers);
        covered = List.copyOf(covered);
        bounds = Map.copyOf(bounds);
        roads = List.copyOf(roads);
    }

    /** Returns the bound of a row; nothing where all of it may be concerned. */
    public Optional<AtMost> bound(TraceRow row) {
        return Optional.ofNullable(bounds.get(row.reached().portion()));
    }

    /** Says how much of a row can be concerned. */
    public String words(TraceRow row) {
        return bound(row).map(AtMost::words).orElse("all of it");
    }
}
