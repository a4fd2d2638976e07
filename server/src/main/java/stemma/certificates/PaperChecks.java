package stemma.certificates;

import stemma.identifiers.Portion;
import stemma.quantity.Quantity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What papers say against one another and against the record: two that claim one heat with
 * different values, lots of which more came in than is certified, papers that have ended, and those
 * of which nothing is ours yet. Revoked and refuted papers speak for nothing and against nothing.
 */
public record PaperChecks(
        List<Contradiction> contradictions,
        List<Excess> excesses,
        List<KeptCertificate> expired,
        List<KeptCertificate> unbound) {
    public PaperChecks {
        contradictions = List.copyOf(contradictions);
        excesses = List.copyOf(excesses);
        expired = List.copyOf(expired);
        unbound = List.copyOf(unbound);
    }

    private record Claimed(KeptCertificate certificate, Claim claim) {}

    static PaperChecks of(List<KeptCertificate> every, List<Covered> covered, LocalDate today) {
        List<KeptCertificate> good =
                every.stream().filter(KeptCertificate::isGood).toList();
        List<List<Claimed>> groups = groups(good);
        Set<KeptCertificate> bound = new LinkedHashSet<>();
        Map<Claimed, List<Covered>> byClaim = new HashMap<>();
        for (Covered one : covered) {
            bound.add(one.certificate());
            byClaim.computeIfAbsent(
                            new Claimed(one.certificate(), one.claim()), _ -> new ArrayList<>())
                    .add(one);
        }
        List<Contradiction> contradictions = new ArrayList<>();
        List<Excess> excesses = new ArrayList<>();
        for (List<Claimed> group : groups) {
            contradictions.addAll(contradictions(group));
            excess(group, byClaim).ifPresent(excesses::add);
        }
        return new PaperChecks(
                contradictions,
                excesses,
                good.stream().filter(one -> one.paper().isExpired(today)).toList(),
                every.stream()
                        .filter(one -> !bound.contains(one))
                        .filter(one -> !one.paper().claims().isEmpty())
                        .toList());
    }

    /** Returns of all that is said what concerns one paper. */
    public PaperChecks of(KeptCertificate certificate) {
        return new PaperChecks(
                contradictions.stream()
                        .filter(c -> c.one().id().equals(certificate.id())
                                || c.other().id().equals(certificate.id()))
                        .toList(),
                excesses.stream()
                        .filter(e ->
                                e.papers().stream().anyMatch(p -> p.id().equals(certificate.id())))
                        .toList(),
                only(expired, certificate),
                only(unbound, certificate));
    }

    /** Returns of all that is said what concerns such papers alone. */
    public PaperChecks where(Predicate<KeptCertificate> isSuch) {
        return new PaperChecks(
                contradictions.stream()
                        .filter(c -> isSuch.test(c.one()) && isSuch.test(c.other()))
                        .toList(),
                excesses.stream()
                        .filter(e -> e.papers().stream().allMatch(isSuch))
                        .toList(),
                expired.stream().filter(isSuch).toList(),
                unbound.stream().filter(isSuch).toList());
    }

    /** Says whether nothing stands against any paper. */
    public boolean isEmpty() {
        return contradictions.isEmpty()
                && excesses.isEmpty()
                && expired.isEmpty()
                && unbound.isEmpty();
    }

    private static List<KeptCertificate> only(List<KeptCertificate> of, KeptCertificate one) {
        return of.stream().filter(kept -> kept.id().equals(one.id())).toList();
    }

    /** Claims of one lot or heat belong together; one that names no item joins all items. */
    private static List<List<Claimed>> groups(List<KeptCertificate> good) {
        Map<String, List<List<Claimed>>> byText = new LinkedHashMap<>();
        for (KeptCertificate certificate : good) {
            for (Claim claim : certificate.paper().claims()) {
                Claimed one = new Claimed(certificate, claim);
                List<List<Claimed>> alike =
                        byText.computeIfAbsent(claim.normal(), _ -> new ArrayList<>());
                List<Claimed> joined = new ArrayList<>();
                alike.removeIf(group -> {
                    boolean isSame =
                            group.stream().anyMatch(other -> other.claim().isOfSameLot(claim));
                    if (isSame) joined.addAll(group);
                    return isSame;
                });
                joined.add(one);
                alike.add(joined);
            }
        }
        return byText.values().stream().flatMap(List::stream).toList();
    }

    private static List<Contradiction> contradictions(List<Claimed> group) {
        List<Contradiction> found = new ArrayList<>();
        for (int i = 0; i < group.size(); i++) {
            for (int j = i + 1; j < group.size(); j++) {
                Claimed one = group.get(i);
                Claimed other = group.get(j);
                boolean isOne =
                        one.certificate().id().equals(other.certificate().id());
                if (isOne || !one.claim().isOfSameLot(other.claim())) continue;
                for (CertifiedValue said : one.claim().values())
                    for (CertifiedValue against : other.claim().values())
                        if (said.isOf(against) && !said.agrees(against))
                            found.add(new Contradiction(
                                    one.claim(),
                                    one.certificate(),
                                    said,
                                    other.certificate(),
                                    against));
            }
        }
        return found;
    }

    /** A paper that tells no quantity covers all of its lot; other units are not compared. */
    private static Optional<Excess> excess(
            List<Claimed> group, Map<Claimed, List<Covered>> covered) {
        Map<Portion, Covered> lots = new LinkedHashMap<>();
        Quantity certified = null;
        for (Claimed one : group) {
            Quantity of = one.claim().quantity();
            if (of == null) return Optional.empty();
            if (certified != null && !certified.unit().equals(of.unit())) return Optional.empty();
            certified = certified == null ? of : certified.plus(of);
            for (Covered lot : covered.getOrDefault(one, List.of())) lots.put(lot.portion(), lot);
        }
        Quantity received = null;
        for (Covered lot : lots.values()) {
            Quantity came = lot.received();
            if (came == null || certified == null || !came.unit().equals(certified.unit()))
                continue;
            received = received == null ? came : received.plus(came);
        }
        if (certified == null || received == null || !certified.isLessThan(received))
            return Optional.empty();
        return Optional.of(new Excess(
                group.getFirst().claim(),
                group.stream().map(Claimed::certificate).distinct().toList(),
                certified,
                received));
    }
}
