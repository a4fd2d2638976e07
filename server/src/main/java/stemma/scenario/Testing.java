package stemma.scenario;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.EventId;
import stemma.identifiers.ItemCode;
import stemma.identifiers.Portion;
import stemma.journal.Author;
import stemma.ledger.Claim;
import stemma.ledger.Reason;
import stemma.lots.Lot;
import stemma.quality.Characteristic;
import stemma.quality.Correction;
import stemma.quality.InspectionCard;
import stemma.quality.Occasion;
import stemma.quality.Reading;
import stemma.quality.Result;
import stemma.quality.SamplingPlan;
import stemma.quality.SamplingTable;
import stemma.quality.Specification;
import stemma.quality.Specifying;
import stemma.quality.WrittenSpecification;
import stemma.quantity.Quantity;
import stemma.shell.Refused;
import stemma.signatures.Offered;
import stemma.signatures.Signature;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What quality does before it judges: specifications, inspections and results. */
final class Testing {
    static final String VERBS = "specify, inspect, measure, inspections";

    private Testing() {}

    /** Returns a sentence about testing, or nothing where another kind begins. */
    static @Nullable Sentence read(Words words) {
        if (words.take("specify")) return specify(words);
        if (words.take("inspect")) return inspect(words);
        if (words.take("measure")) return measure(words);
        if (words.take("inspections")) return InspectionTelling.inspections(words);
        return null;
    }

    /**
     * {@code specify soup at production measuring pH 3.2 to 4.6 pH, attribute seal "tight" each
     * samples 3 testers apart by quinn in force by remy}.
     */
    private static Sentence specify(Words words) {
        String item = words.next("an item");
        words.expect("at");
        List<Occasion> occasions = words.list(Testing::occasion);
        List<WrittenSpecification.Row> rows = words.list(Testing::row);
        Sampled sampled = Sampled.read(words);
        Integer dueHours = words.take("due") ? many(words, "hours") : null;
        Integer retainMonths = words.take("retained") ? many(words, "months") : null;
        Integer retestMonths = words.take("retested", "every") ? many(words, "months") : null;
        Specification.Separation apart = words.take("testers", "apart")
                ? Specification.Separation.MAKER_AND_TESTER
                : Specification.Separation.MAKER;
        words.expect("by");
        String writer = words.next("a person");
        String signer = words.take("in", "force", "by") ? words.next("a person") : "";
        return scene -> told(scene, () -> {
            ItemCode code = scene.cast().item(item, Quantity.of("1 kg").unit());
            Specifying specifying = scene.plant().specifying();
            Specification draft = specifying.write(
                    scene.author(writer),
                    new WrittenSpecification(
                            code,
                            occasions,
                            sampled.rule(),
                            sampled.count(),
                            sampled.level(),
                            sampled.limit(),
                            dueHours,
                            retainMonths,
                            retestMonths,
                            apart,
                            rows,
                            null));
            if (signer.isEmpty()) return List.of("draft " + draft.title());
            Author author = scene.author(signer);
            Signature signature = new Signature(
                    author.actor(),
                    signer,
                    "approved",
                    scene.clock().now(),
                    Specifying.digest(draft).text());
            Specification stands =
                    specifying.force(author, draft.item(), draft.revision(), new Stated(signature));
            return List.of(stands.state().word() + " " + stands.title());
        });
    }

    private static Integer many(Words words, String unit) {
        Integer many = Integer.valueOf(words.next("how many " + unit));
        words.expect(unit);
        return many;
    }

    /** How many samples, as written: {@code samples 3}, or {@code level II limit 1.0}. */
    private record Sampled(
            SamplingPlan.Rule rule,
            int count,
            SamplingTable.@Nullable Level level,
            @Nullable String limit) {
        static Sampled read(Words words) {
            if (words.take("samples"))
                return new Sampled(
                        SamplingPlan.Rule.FIXED,
                        Integer.parseInt(words.next("how many")),
                        null,
                        null);
            if (!words.take("level")) return new Sampled(SamplingPlan.Rule.FIXED, 1, null, null);
            String level = words.next("a level").replace("-", "");
            words.expect("limit");
            return new Sampled(
                    SamplingPlan.Rule.TABLE,
                    1,
                    SamplingTable.Level.valueOf(level),
                    words.next("a limit"));
        }
    }

    /** A signature whose signer the scenario vouches for. */
    record Stated(Signature signature) implements Offered {
        @Override
        public void give() {}
    }

    private static Occasion occasion(Words words) {
        for (Occasion occasion : Occasion.values())
            if (words.take(occasion.word())) return occasion;
        throw words.wrong("expected receipt, production, return, retest or asked");
    }

    private static WrittenSpecification.Row row(Words words) {
        if (words.take("measuring")) return measuring(words);
        Characteristic.Kind kind = words.take("identity")
                ? Characteristic.Kind.IDENTITY
                : Characteristic.Kind.ATTRIBUTE;
        if (kind == Characteristic.Kind.ATTRIBUTE && words.take("counting"))
            kind = Characteristic.Kind.COUNTED;
        if (kind == Characteristic.Kind.ATTRIBUTE) words.expect("attribute");
        String name = words.next("a characteristic");
        String expected = words.next("what is expected");
        return row(words, name, kind, null, null, null, expected);
    }

    private static WrittenSpecification.Row measuring(Words words) {
        String name = words.next("a characteristic");
        String lower = null;
        String upper = null;
        if (words.take("at", "most")) upper = words.next("a limit");
        else if (words.take("at", "least")) lower = words.next("a limit");
        else {
            lower = words.next("a limit");
            words.expect("to");
            upper = words.next("a limit");
        }
        String unit = words.next("a unit");
        return row(words, name, Characteristic.Kind.MEASURED, lower, upper, unit, null);
    }

    private static WrittenSpecification.Row row(
            Words words,
            String name,
            Characteristic.Kind kind,
            @Nullable String lower,
            @Nullable String upper,
            @Nullable String unit,
            @Nullable String expected) {
        return new WrittenSpecification.Row(
                name,
                null,
                kind,
                lower,
                upper,
                null,
                unit,
                null,
                expected,
                words.take("each") ? Characteristic.Taking.EACH : Characteristic.Taking.TOGETHER,
                words.take("critical") ? Characteristic.Weight.CRITICAL : null);
    }

    /** {@code inspect F-101 for retest by lena}: opens an inspection by hand. */
    private static Sentence inspect(Words words) {
        LotName name = LotName.read(words);
        words.expect("for");
        Occasion why = occasion(words);
        Manner manner = Manner.read(words, Claim.INTENT);
        return scene -> told(scene, () -> {
            Portion portion = scene.names().one(name, scene::nextId);
            Lot lot = scene.plant().lots().lot(portion.first()).orElse(null);
            if (lot == null) return List.of("refused lot_unknown");
            Quantity amount = scene.balances(portion).stream()
                    .map(balance -> balance.quantity())
                    .reduce(Quantity.zero(lot.unit()), Quantity::plus);
            scene.plant()
                    .inspecting()
                    .open(
                            scene.author(manner.author()),
                            scene.nextId(),
                            List.of(portion),
                            why,
                            amount);
            return List.of();
        });
    }

    /** One thing found, by the name of its characteristic, and by which instrument. */
    private record Found(
            String name,
            int sample,
            String value,
            @Nullable String unit,
            Result.@Nullable Instrument instrument) {
        static Found read(Words words) {
            String name = words.next("a characteristic");
            int sample = words.take("sample") ? Integer.parseInt(words.next("a number")) : 1;
            String value = words.next("what was found");
            String unit = words.take("in") ? words.next("a unit") : null;
            return new Found(name, sample, value, unit, instrument(words));
        }

        private static Result.@Nullable Instrument instrument(Words words) {
            if (!words.take("with")) return null;
            return new Result.Instrument(
                    words.next("an instrument"),
                    words.take("program") ? words.next("its version") : "",
                    words.take("calibration") ? words.next("a calibration") : "");
        }
    }

    /**
     * {@code measure F-101 pH 4.2 with PH-1 program 2.1 calibration CAL-9, seal sample 2 passes by
     * lena because misread}; once it was judged also {@code signed by lena}.
     */
    private static Sentence measure(Words words) {
        LotName name = LotName.read(words);
        List<Found> found = words.list(Found::read);
        boolean isStale = words.take("shown", "earlier");
        Claim claim = words.take("as", "fact") ? Claim.REPORT : Claim.INTENT;
        Manner manner = Manner.read(words, claim);
        return scene -> told(scene, () -> {
            List<InspectionCard> cards = scene.plant()
                    .quality()
                    .inspections(List.of(scene.names().one(name, scene::nextId)));
            if (cards.isEmpty()) return List.of("refused inspection_unknown");
            InspectionCard card = cards.getLast();
            List<Reading> readings = new ArrayList<>();
            for (Found one : found) readings.add(reading(scene, card, one, manner));
            String shown = isStale ? "0" : card.digest();
            scene.plant()
                    .inspecting()
                    .record(
                            scene.author(manner.author()),
                            card.inspection().id(),
                            readings,
                            offer(scene, card.inspection().id(), shown, manner, readings));
            return List.of();
        });
    }

    /** Whoever signs what comes after the judgement gives a reason of the list. */
    private static Correction.@Nullable Offer offer(
            Scene scene, EventId inspection, String shown, Manner manner, List<Reading> readings) {
        if (manner.signer() == null) return null;
        Correction.Why why = manner.reason() == null
                ? Correction.Why.OTHER
                : Correction.Why.of(manner.reason().code());
        String digest = Correction.digest(inspection, shown, why, readings).text();
        Author author = scene.author(manner.signer());
        return new Correction.Offer(
                why,
                new Stated(new Signature(
                        author.actor(),
                        manner.signer(),
                        "corrected",
                        scene.clock().now(),
                        digest)));
    }

    private static Reading reading(Scene scene, InspectionCard card, Found one, Manner manner) {
        int number = card.specification().characteristics().stream()
                .filter(c -> c.name().equals(one.name()))
                .mapToInt(Characteristic::number)
                .findFirst()
                .orElse(Integer.MAX_VALUE);
        return new Reading(
                scene.nextId(),
                number,
                one.sample(),
                one.value(),
                one.unit(),
                null,
                manner.evidence(),
                one.instrument(),
                reason(manner),
                manner.claim());
    }

    private static @Nullable String reason(Manner manner) {
        Reason reason = manner.reason();
        if (reason == null) return null;
        return manner.signer() == null ? reason.code() : reason.text();
    }

    private static List<String> told(Scene scene, Supplier<List<String>> told) {
        scene.acted();
        try {
            return told.get();
        } catch (Refused refused) {
            return List.of("refused " + refused.problem().code());
        }
    }
}
