package stemma.inquiry;

import stemma.certificates.Calibrating;
import stemma.certificates.Covered;
import stemma.certificates.IssuedCertificate;
import stemma.certificates.KeptCertificate;
import stemma.identifiers.Portion;
import stemma.identifiers.SiteCode;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Everything that rests on the papers of a number, received or issued here: what they cover, what
 * was made of it, by which shipments it left; and of a lot that is reached only through lots that
 * are covered in part, how much of it can be concerned at most. There is no trace where equipment
 * rests on a paper and no lot does yet, or none that may be known of.
 */
public record Dependents(
        List<KeptCertificate> papers,
        List<IssuedCertificate> issued,
        List<Covered> covered,
        List<Calibrating.Calibrated> calibrated,
        Optional<TraceAnswer> trace,
        Map<Portion, AtMost> bounds,
        List<Road> roads) {
    public Dependents {
        papers = List.copyOf(papers);
        issued = List.copyOf(issued);
        covered = List.copyOf(covered);
        calibrated = List.copyOf(calibrated);
        bounds = Map.copyOf(bounds);
        roads = List.copyOf(roads);
    }

    /** Returns every lot that rests on it. */
    public List<TraceRow> rows() {
        return trace.map(TraceAnswer::rows).orElse(List.of());
    }

    /** Returns the bound of a row; nothing where all of it may be concerned. */
    public Optional<AtMost> bound(TraceRow row) {
        return Optional.ofNullable(bounds.get(row.reached().portion()));
    }

    /** Returns the sites at which the papers are kept. */
    public Stream<SiteCode> sites() {
        return Stream.concat(
                papers.stream().map(kept -> kept.paper().site()),
                issued.stream().map(IssuedCertificate::site));
    }

    /**
     * Says whether a paper of our own may have gone with a shipment of the lot that it names; what
     * goes to others, or was made of it, bears no such paper. Nothing where none is our own.
     */
    public Optional<Boolean> isWith(Road road) {
        return issued.isEmpty() ? Optional.empty() : Optional.of(names(road) && isFor(road));
    }

    private boolean names(Road road) {
        return rows().stream()
                .filter(row -> row.reached().depth() == 0)
                .anyMatch(row -> road.loads().stream()
                        .anyMatch(load ->
                                load.lot().lot().span().overlaps(row.reached().portion())));
    }

    private boolean isFor(Road road) {
        return issued.stream()
                .anyMatch(one -> one.isFor(
                        road.consignee().partner().code(),
                        road.shipment().code().code()));
    }

    /** Returns what follows a shipment that no paper of the number went with. */
    public String without(Road road) {
        return isWith(road).orElse(true) ? "" : ", not with this paper";
    }

    /** Says how much of a row can be concerned. */
    public String words(TraceRow row) {
        return bound(row).map(AtMost::words).orElse("all of it");
    }
}
