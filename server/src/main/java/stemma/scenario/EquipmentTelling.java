package stemma.scenario;

import org.jspecify.annotations.Nullable;

import stemma.genealogy.Question;
import stemma.genealogy.Trace;
import stemma.identifiers.Portion;
import stemma.identifiers.ResourceCode;
import stemma.identifiers.RunId;
import stemma.production.UnfitUse;
import stemma.shell.Refused;
import stemma.upkeep.Condition;
import stemma.upkeep.LogLine;
import stemma.upkeep.Requirement;
import stemma.upkeep.ResourceState;
import stemma.upkeep.Suspects;
import stemma.upkeep.ToldEntry;
import stemma.upkeep.Upkeep;
import stemma.upkeep.UpkeepEntry;
import stemma.upkeep.UpkeepQuery;
import stemma.upkeep.UsedFor;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How equipment stands and stood, in lines. */
final class EquipmentTelling {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("MM-dd HH:mm").withZone(ZoneOffset.UTC);

    private EquipmentTelling() {}

    static @Nullable Sentence read(Words words) {
        if (words.take("requirements"))
            return scene -> scene.plant().upkeep().requirements().stream()
                    .map(Requirement::words)
                    .toList();
        if (words.take("upkeep", "of")) {
            LotName lot = LotName.read(words);
            return scene -> madeWith(scene, lot);
        }
        if (words.take("upkeep"))
            return scene -> scene.plant().upkeep().list(UpkeepQuery.all(Optional.empty())).stream()
                    .map(EquipmentTelling::line)
                    .toList();
        if (words.take("log")) {
            String resource = words.next("a resource");
            return scene -> scene.plant().upkeep().log(new ResourceCode(resource), 0).stream()
                    .map(EquipmentTelling::line)
                    .toList();
        }
        if (words.take("unfit", "in", "run")) {
            RunId run = new RunId(words.next("a run"));
            return scene -> unfit(scene.plant().unfitUses().unfit(List.of(run)));
        }
        if (words.take("unfit")) {
            boolean isForward = words.take("forward");
            if (!isForward) words.expect("backward");
            LotName lot = LotName.read(words);
            return scene -> {
                List<Portion> roots = scene.names().family(lot);
                Question question = isForward ? Question.forward(roots) : Question.backward(roots);
                Trace trace = scene.plant().genealogy().apply(question);
                return unfit(scene.plant().unfitUses().of(UsedFor.traces(List.of(trace))));
            };
        }
        if (words.take("suspects")) {
            String resource = words.next("a resource");
            return scene -> suspects(scene, new ResourceCode(resource));
        }
        return null;
    }

    private static String line(ResourceState state) {
        String calibrated = state.calibrationWords();
        return state.resource().code() + ": " + state.due().words()
                + (state.nextDue() == null ? "" : ", " + state.nextDue())
                + (calibrated.isEmpty() ? "" : ", calibrated " + calibrated)
                + (state.cleanedAt() == null ? "" : ", cleaned " + at(state.cleanedAt()));
    }

    private static String line(LogLine line) {
        String when = at(line.from())
                + (line.to().isAfter(line.from()) ? " to " + at(line.to()).substring(6) : "");
        String words = line.told() == null ? line.words() : words(line.told());
        return when + " " + line.what().word()
                + (line.run() == null ? "" : " in run " + line.run())
                + (words.isEmpty() ? "" : ", " + words)
                + (line.counts() == LogLine.Counts.PLAINLY
                        ? ""
                        : ", " + line.counts().name().toLowerCase(java.util.Locale.ROOT));
    }

    private static String words(ToldEntry told) {
        return switch (told.entry()) {
            case UpkeepEntry.Calibrated c ->
                "found " + c.asFound().word() + ", left " + c.asLeft().word() + ", "
                        + c.certificate()
                        + (c.validUntil() == null ? "" : " until " + c.validUntil());
            case UpkeepEntry.Maintained m -> m.work() + (m.due() == null ? "" : ", due " + m.due());
            case UpkeepEntry.Monitored m ->
                m.of().word() + " " + m.value() + " " + m.unit() + ", "
                        + m.finding().word();
            case UpkeepEntry.Verified v ->
                v.signature() == null ? "" : "by " + v.signature().name();
            case UpkeepEntry.Annulled a -> a.reason();
        };
    }

    private static List<String> madeWith(Scene scene, LotName lot) {
        List<String> lines = new ArrayList<>();
        for (Upkeep.UsedThen then :
                scene.plant().upkeep().madeWith(scene.names().family(lot))) {
            Condition condition = then.condition();
            UpkeepEntry.Calibrated calibrated = condition.calibrated();
            lines.add(then.use().resource()
                    + (calibrated == null
                            ? ""
                            : ", calibrated " + calibrated.certificate() + " until "
                                    + calibrated.validUntil())
                    + (condition.cleaned() == null
                            ? ""
                            : ", cleaned " + at(condition.cleaned().at())
                                    + (condition.cleaned().check() == Condition.Check.VERIFIED
                                            ? ", verified"
                                            : "")));
        }
        return lines.isEmpty() ? List.of("no equipment is named") : lines;
    }

    private static List<String> unfit(List<UnfitUse> uses) {
        if (uses.isEmpty()) return List.of("nothing is known against it");
        List<String> lines = new ArrayList<>();
        for (UnfitUse use : uses) {
            lines.add(use.resource() + " " + at(use.from()) + ", " + use.of());
            use.wrong().forEach(one -> lines.add("  " + one.kind().word() + ": " + one.sentence()));
        }
        return lines;
    }

    private static List<String> suspects(Scene scene, ResourceCode resource) {
        List<ToldEntry> failed = scene.plant().upkeep().failed(resource);
        if (failed.isEmpty()) return List.of("never found bad");
        try {
            Suspects suspects =
                    scene.plant().upkeep().suspects(failed.getFirst().id());
            List<String> lines = new ArrayList<>();
            lines.add(
                    suspects.since() == Suspects.Since.EVER
                            ? "since the record began"
                            : "since " + at(suspects.from()));
            for (Suspects.Touched one : suspects.touched())
                lines.add("  " + scene.names().words(one.portion()));
            suspects.results()
                    .forEach(one -> lines.add("  measured " + one.result().value()
                            + (one.result().unit().isEmpty()
                                    ? ""
                                    : " " + one.result().unit())
                            + " of " + one.item()));
            return lines;
        } catch (Refused refused) {
            return List.of("refused " + refused.problem().code());
        }
    }

    private static String at(Instant moment) {
        return MINUTE.format(moment);
    }
}
