package stemma.inquiry;

import stemma.certificates.Calibrating;
import stemma.certificates.Certificates;
import stemma.certificates.Covered;
import stemma.certificates.IssuedCertificate;
import stemma.certificates.IssuedCertificates;
import stemma.certificates.KeptCertificate;
import stemma.genealogy.Apportioned;
import stemma.genealogy.Direction;
import stemma.genealogy.Question;
import stemma.genealogy.Reached;
import stemma.genealogy.Trace;
import stemma.identifiers.Portion;
import stemma.lots.Lot;
import stemma.quantity.Quantity;
import stemma.quantity.Unit;
import stemma.shell.Refused;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Answers which units depend on a paper. Where it covers a part of a lot, and nobody knows which
 * part, no more units can be concerned than it covers, whichever they are: the bounds of all such
 * lots that lead to a unit add up, and one lot that is covered as a whole leaves none. A paper of
 * our own covers what left under its shipment, or all of its lot.
 */
public final class Depending {
    private final Inquiry inquiry;
    private final Tracing tracing;
    private final Certificates certificates;
    private final IssuedCertificates ours;
    private final Calibrating calibrating;

    public Depending(
            Inquiry inquiry,
            Tracing tracing,
            Certificates certificates,
            IssuedCertificates ours,
            Calibrating calibrating) {
        this.calibrating = calibrating;
        this.inquiry = inquiry;
        this.tracing = tracing;
        this.certificates = certificates;
        this.ours = ours;
    }

    /**
     * Returns what rests on the papers of a number, or of {@code NUMBER of ISSUER}; refused with
     * {@code certificate_unknown}, and with {@code roots_empty} where nothing of ours is covered
     * and no equipment calibrated. What the root means to who asks is read as anywhere else.
     */
    public Dependents on(String number, Function<String, Subject> meaning) {
        List<KeptCertificate> papers = certificates.numbered(number);
        List<IssuedCertificate> issued = ours.numbered(number);
        if (papers.isEmpty() && issued.isEmpty()) throw Certificates.unknown(number);
        List<Covered> covered = certificates.covered(papers);
        List<Calibrating.Calibrated> calibrated =
                calibrating.on(papers.stream().map(KeptCertificate::id).toList());
        Optional<Subject> subject = subject(number, meaning, calibrated);
        Optional<TraceAnswer> trace = subject.map(one -> inquiry.traces(
                        one, List.of(TraceQuery.all(Direction.FORWARD)), Optional.empty())
                .getFirst());
        return new Dependents(
                papers,
                issued,
                covered,
                calibrated,
                trace,
                trace.map(told -> bounds(covered, calibrated, issued, told)).orElse(Map.of()),
                subject.map(one -> inquiry.board(one, Optional.empty()).roads()).orElse(List.of()));
    }

    /** An instrument may have touched and measured nothing yet: then it is told alone. */
    private static Optional<Subject> subject(
            String number,
            Function<String, Subject> meaning,
            List<Calibrating.Calibrated> calibrated) {
        try {
            return Optional.of(meaning.apply(RootKind.CERTIFICATE.code() + ":" + number));
        } catch (Refused refused) {
            boolean isEmpty = refused.problem().code().equals("roots_empty");
            if (isEmpty && !calibrated.isEmpty()) return Optional.empty();
            throw refused;
        }
    }

    /** How much of lots papers cover together, and nobody knows which part of them. */
    private record Part(List<Portion> portions, Quantity covers) {
        static Part of(Portion portion, Quantity covers) {
            return new Part(List.of(portion), covers);
        }
    }

    private Map<Portion, AtMost> bounds(
            List<Covered> covered,
            List<Calibrating.Calibrated> calibrated,
            List<IssuedCertificate> issued,
            TraceAnswer trace) {
        List<Part> parts = new ArrayList<>(parts(covered));
        Set<Portion> whole = new LinkedHashSet<>();
        calibrated.forEach(one -> whole.addAll(one.resting()));
        for (Covered one : covered)
            if (parts.stream().noneMatch(part -> part.portions().contains(one.portion())))
                whole.add(one.portion());
        for (IssuedCertificate one : issued) {
            List<Portion> portions = ours.portions(List.of(one));
            one.covers()
                    .ifPresentOrElse(
                            covers -> parts.add(new Part(portions, covers)),
                            () -> whole.addAll(portions));
        }
        if (parts.isEmpty()) return Map.of();
        Map<Portion, Quantity> most = new HashMap<>();
        Set<Portion> unbound = new HashSet<>();
        for (Part part : parts) add(part, trace, most, unbound);
        most.keySet().removeAll(unbound);
        if (!whole.isEmpty())
            forward(List.copyOf(whole))
                    .lots()
                    .forEach(reached ->
                            most.keySet().removeIf(portion -> portion.overlaps(reached.portion())));
        Map<Portion, AtMost> bounds = new LinkedHashMap<>();
        for (TraceRow row : trace.rows()) {
            Quantity bound = most.get(row.reached().portion());
            if (bound == null) continue;
            told(row, bound).ifPresent(told -> bounds.put(row.reached().portion(), told));
        }
        return bounds;
    }

    private static List<Part> parts(List<Covered> covered) {
        Map<Portion, List<Covered>> byPortion = new LinkedHashMap<>();
        for (Covered one : covered)
            byPortion.computeIfAbsent(one.portion(), _ -> new ArrayList<>()).add(one);
        List<Part> parts = new ArrayList<>();
        byPortion.forEach((portion, claims) -> part(portion, claims).ifPresent(parts::add));
        return parts;
    }

    private static Optional<Part> part(Portion portion, List<Covered> claims) {
        Quantity sum = null;
        Quantity received = null;
        for (Covered one : claims) {
            Quantity of = one.claim().quantity();
            if (!one.isInPart() || of == null) return Optional.empty();
            sum = sum == null ? of : sum.plus(of);
            received = one.received();
        }
        boolean isPart = sum != null && received != null && sum.isLessThan(received);
        return isPart && sum != null ? Optional.of(Part.of(portion, sum)) : Optional.empty();
    }

    /**
     * What the lot passed on bounds what of the part can be in each of its descendants; parts told
     * in different units do not add up, and then all of it may be concerned.
     */
    private void add(
            Part part, TraceAnswer trace, Map<Portion, Quantity> most, Set<Portion> unbound) {
        Trace alone = forward(part.portions());
        Function<Reached, Optional<BigDecimal>> mosts = most(part, alone);
        for (TraceRow row : trace.rows()) {
            Portion portion = row.reached().portion();
            BigDecimal here = null;
            for (Reached reached : alone.lots())
                if (reached.portion().overlaps(portion)) {
                    Optional<BigDecimal> share = mosts.apply(reached);
                    if (share.isEmpty()) unbound.add(portion);
                    BigDecimal one = share.orElse(part.covers().amount());
                    here = here == null ? one : here.max(one);
                }
            if (here == null) continue;
            Quantity bound = new Quantity(here, part.covers().unit());
            Quantity before = most.get(portion);
            if (before != null && !before.unit().equals(bound.unit())) unbound.add(portion);
            else most.put(portion, before == null ? bound : before.plus(bound));
        }
    }

    /** Material is bound by its share; pieces are counted while each goes whole into a unit. */
    private Function<Reached, Optional<BigDecimal>> most(Part part, Trace alone) {
        if (part.covers().unit().equals(Unit.EACH)) {
            Pieces pieces = Pieces.of(part.covers(), alone);
            return reached -> pieces.at(reached.number());
        }
        Optional<Apportioned> apportioned = tracing.apportioned().apply(alone);
        return reached -> Optional.of(share(part, reached, apportioned));
    }

    private static BigDecimal share(Part part, Reached reached, Optional<Apportioned> apportioned) {
        BigDecimal covers = part.covers().amount();
        return apportioned
                .filter(all -> all.suspect().unit().equals(part.covers().unit()))
                .map(all -> all.of(reached).maximum().min(covers))
                .orElse(covers);
    }

    private static Optional<AtMost> told(TraceRow row, Quantity bound) {
        Lot lot = row.reached().lot();
        Quantity of = lot.isSerial()
                ? Quantity.each(row.reached().portion().count())
                : row.where().values().stream().reduce(Quantity.zero(lot.unit()), Quantity::plus);
        boolean isCounted = bound.unit().equals(lot.unit())
                && (bound.unit().equals(Unit.EACH) || row.reached().depth() == 0);
        if (!isCounted) return Optional.of(new AtMost(bound, of, AtMost.Counted.MATERIAL));
        return bound.isLessThan(of)
                ? Optional.of(new AtMost(bound, of, AtMost.Counted.UNITS))
                : Optional.empty();
    }

    private Trace forward(List<Portion> from) {
        return tracing.trace().apply(Question.forward(from));
    }
}
