package stemma.scenario;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.Portion;
import stemma.ledger.InspectionBasis;
import stemma.quality.Characteristic;
import stemma.quality.Correction;
import stemma.quality.Inspection;
import stemma.quality.InspectionCard;
import stemma.quality.InspectionQuery;
import stemma.quality.Result;
import stemma.quality.Verdict;
import stemma.signatures.Signature;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Tells of inspections: what was found, the verdict, who judged, what is due. */
final class InspectionTelling {
    private static final int WAITING = 100;

    private InspectionTelling() {}

    /** {@code inspections F-101}: each with what was found, the verdict and who judged. */
    static Sentence inspections(Words words) {
        if (words.take("void")) return standing(Inspection.State.VOID);
        if (words.take("waiting")) return standing(Inspection.State.OPEN);
        if (words.take("overdue")) return overdue();
        LotName name = LotName.read(words);
        return scene -> {
            List<String> lines = new ArrayList<>();
            Portion lot = scene.names().one(name, scene::nextId);
            for (InspectionCard card : scene.plant().quality().inspections(List.of(lot)))
                lines.addAll(lines(card, scene.clock().now()));
            return lines.isEmpty() ? List.of("no inspections") : lines;
        };
    }

    /** {@code inspections waiting} and {@code inspections void}, with their lots. */
    private static Sentence standing(Inspection.State state) {
        return scene -> {
            List<String> lines = new ArrayList<>();
            for (InspectionCard card : scene.plant().quality().inspections(state, 0, WAITING)) {
                for (Portion lot : card.inspection().lots())
                    lines.add(scene.names().words(lot) + ", "
                            + card.inspection().occasion().word() + ": " + words(card));
            }
            return lines.isEmpty() ? List.of("no inspections") : lines;
        };
    }

    /** {@code inspections overdue}: those that wait longer than they may, with their lots. */
    private static Sentence overdue() {
        return scene -> {
            Instant now = scene.clock().now();
            InspectionQuery open = InspectionQuery.standing(Inspection.State.OPEN, 0, WAITING);
            InspectionQuery asked = new InspectionQuery(
                    open.state(),
                    null,
                    open.occasion(),
                    InspectionQuery.Due.OVERDUE,
                    open.lots(),
                    open.sites(),
                    InspectionQuery.Sort.DUE,
                    0,
                    WAITING);
            List<String> lines = new ArrayList<>();
            for (InspectionCard card :
                    scene.plant().quality().inspections(asked, now).cards())
                for (Portion lot : card.inspection().lots())
                    lines.add(scene.names().words(lot) + ", due "
                            + card.inspection().due());
            return lines.isEmpty() ? List.of("no inspections") : lines;
        };
    }

    private static List<String> lines(InspectionCard card, Instant now) {
        List<String> lines = new ArrayList<>();
        Inspection one = card.inspection();
        lines.add(one.occasion().word() + ", " + card.specification().title() + ", "
                + one.state().word()
                + (one.due() == null ? "" : ", due " + one.due())
                + (card.isOverdue(now) ? ", overdue" : "") + ": " + words(card));
        card.plan()
                .ifPresent(plan -> lines.add("  letter " + plan.letter() + ": " + plan.samples()
                        + " of " + one.amount() + ", accepted " + plan.accepted() + ", rejected "
                        + plan.rejected()));
        for (Result result : card.results()) {
            boolean counts = card.counting().contains(result);
            String of = card.specification()
                    .characteristic(result.characteristic())
                    .map(Characteristic::name)
                    .orElse("");
            lines.add("  " + of + " " + result.value()
                    + (result.unit().isEmpty() ? "" : " " + result.unit()) + " "
                    + result.outcome().word() + by(result.instrument())
                    + (result.reason().isEmpty() ? "" : ", because " + result.reason())
                    + (result.against().isEmpty()
                            ? ""
                            : ", kept against " + result.against().split(":", 2)[0])
                    + signed(result.correction())
                    + (counts ? "" : ", replaced"));
        }
        InspectionBasis judged = card.judged();
        if (judged != null && card.judgement() != null) {
            Signature by = card.judgement().event().circumstances().signature();
            lines.add("  judged on " + judged.conclusion() + " by "
                    + (by == null ? "nobody" : by.name())
                    + (card.changedSince() ? ", changed since" : ""));
        }
        return lines;
    }

    private static String signed(@Nullable Correction correction) {
        if (correction == null) return "";
        return ", corrected: " + correction.why().words() + ", signed by "
                + correction.signature().name();
    }

    private static String by(Result.@Nullable Instrument instrument) {
        if (instrument == null) return "";
        return ", by " + instrument.resource()
                + (instrument.program().isEmpty() ? "" : " program " + instrument.program())
                + (instrument.calibration().isEmpty()
                        ? ""
                        : " calibration " + instrument.calibration());
    }

    private static String words(InspectionCard card) {
        Verdict verdict = card.verdict();
        List<Integer> which = verdict.conclusion() == Verdict.Conclusion.FAILS
                ? verdict.failing()
                : verdict.missing();
        String names = String.join(
                ", ",
                which.stream()
                        .flatMap(n -> card.specification().characteristic(n).stream())
                        .map(Characteristic::name)
                        .toList());
        return verdict.conclusion().word().toLowerCase(Locale.ROOT)
                + (names.isEmpty() ? "" : " (" + names + ")");
    }
}
