package stemma.scenario;

import stemma.certificates.Calibrating;
import stemma.certificates.Certificate;
import stemma.certificates.Certificates;
import stemma.certificates.Contradiction;
import stemma.certificates.Covered;
import stemma.certificates.Excess;
import stemma.certificates.KeptCertificate;
import stemma.certificates.PaperChecks;
import stemma.inquiry.Dependents;
import stemma.inquiry.Road;
import stemma.inquiry.TraceRow;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Prints a paper, what rests on it, and what papers say against one another and the record. */
final class CertificateTelling {
    private CertificateTelling() {}

    static KeptCertificate one(Scene scene, String number) {
        return scene.plant().certificates().numbered(number).stream()
                .findFirst()
                .orElseThrow(() -> Certificates.unknown(number));
    }

    static List<String> lines(Scene scene, String number) {
        KeptCertificate kept = one(scene, number);
        Certificate paper = kept.paper();
        List<String> lines = new ArrayList<>();
        lines.add(paper.kind().code() + " from " + paper.issuer() + ", " + kept.standing()
                + (paper.validUntil() == null ? "" : ", until " + paper.validUntil()));
        for (Covered one : scene.plant().certificates().covered(List.of(kept)))
            lines.add(
                    one.claim().words() + ": " + scene.names().words(one.portion()) + covers(one));
        for (Calibrating.Calibrated one : scene.plant().calibrating().on(List.of(kept.id())))
            lines.add("calibrated " + one.resource() + ": "
                    + (one.lots().isEmpty()
                            ? "used for nothing since"
                            : one.lots().stream()
                                    .map(touched -> scene.names().words(touched.portion()))
                                    .collect(Collectors.joining(", ")))
                    + (one.results().isEmpty()
                            ? ""
                            : ", results " + one.results().size())
                    + (one.until() == null ? "" : ", until it was calibrated again"));
        lines.addAll(against(scene, kept));
        return lines;
    }

    private static String covers(Covered one) {
        if (!one.isInPart()) return "";
        return ", " + one.claim().quantity() + " of " + one.received();
    }

    /** Returns what stands against one paper. */
    static List<String> against(Scene scene, KeptCertificate kept) {
        return lines(scene.plant().certificates().checks().of(kept), kept);
    }

    static List<String> checks(Scene scene) {
        PaperChecks checks = scene.plant().certificates().checks();
        List<String> lines = new ArrayList<>(said(checks));
        checks.unbound().forEach(one -> lines.add(number(one) + " covers nothing of ours yet"));
        return lines.isEmpty() ? List.of("nothing") : lines;
    }

    private static List<String> lines(PaperChecks checks, KeptCertificate kept) {
        List<String> lines = new ArrayList<>(said(checks));
        if (!checks.unbound().isEmpty() && kept.latest().isEmpty())
            lines.add("covers nothing of ours yet");
        return lines;
    }

    private static List<String> said(PaperChecks checks) {
        List<String> lines = new ArrayList<>();
        for (Contradiction one : checks.contradictions())
            lines.add(number(one.one()) + " and " + number(one.other()) + " claim "
                    + one.claim().words() + ": " + one.said().line() + ", and "
                    + one.contradicted().line());
        for (Excess one : checks.excesses())
            lines.add("of " + one.claim().words() + " came " + one.received() + ", certified are "
                    + one.certified() + " by "
                    + one.papers().stream()
                            .map(CertificateTelling::number)
                            .collect(Collectors.joining(", ")));
        checks.expired()
                .forEach(one ->
                        lines.add(number(one) + " ended on " + one.paper().validUntil()));
        return lines;
    }

    private static String number(KeptCertificate kept) {
        return kept.paper().number().code();
    }

    static List<String> dependents(Scene scene, String number) {
        ZoneId zone = scene.cast().zone(Cast.MAIN);
        Dependents dependents = scene.plant()
                .depending()
                .on(number, root -> scene.plant().inquiry().rooted(root, zone));
        LotTelling telling = new LotTelling(scene);
        List<String> lines = new ArrayList<>();
        for (TraceRow row : dependents.rows())
            lines.add(telling.line(row.line().lot(), row.reached().portion()) + ": "
                    + dependents.words(row));
        if (dependents.trace().isEmpty()) lines.add("equipment only, and no lot yet");
        for (Road road : dependents.roads())
            lines.add("shipment " + road.shipment().code() + " to "
                    + road.consignee().key() + ": "
                    + road.loads().stream()
                            .map(load -> load.sent() + " " + load.lot().number())
                            .collect(Collectors.joining(", "))
                    + dependents.without(road));
        return lines;
    }
}
