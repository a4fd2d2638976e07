package stemma.scenario;

import stemma.identifiers.Portion;
import stemma.nonconformance.CapaCheck;
import stemma.nonconformance.CaseAction;
import stemma.nonconformance.CaseAround;
import stemma.nonconformance.CaseEntry;
import stemma.nonconformance.CaseFile;
import stemma.nonconformance.CaseHead;
import stemma.nonconformance.CaseQuery;
import stemma.nonconformance.CaseSubject;
import stemma.shell.Refused;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** How cases stand, in lines. */
final class CaseTelling {
    private CaseTelling() {}

    /** {@code cases}, {@code cases on F-101}, {@code cases around F-101}. */
    static Sentence list(Words words) {
        if (words.take("on")) {
            LotName lot = LotName.read(words);
            return scene -> on(scene, lot);
        }
        if (words.take("around")) {
            LotName lot = LotName.read(words);
            return scene ->
                    scene.plant().cases().around(scene.names().family(lot), _ -> true).stream()
                            .map(found -> around(scene, found))
                            .toList();
        }
        return scene -> scene.plant().cases().list(CaseQuery.open()).cases().stream()
                .map(CaseTelling::line)
                .toList();
    }

    private static List<String> on(Scene scene, LotName name) {
        var lots = scene.names().family(name).stream()
                .flatMap(portion -> scene.plant().lots().lot(portion.first()).stream())
                .toList();
        return scene.plant().cases().on(lots, CaseQuery.Standing.ANY).values().stream()
                .flatMap(List::stream)
                .distinct()
                .map(CaseTelling::line)
                .toList();
    }

    private static String around(Scene scene, CaseAround found) {
        String way = switch (found.direction()) {
            case BACKWARD -> "went in";
            case FORWARD -> "came of it";
        };
        Portion lot = found.lot().span();
        return scene.names().words(lot) + ", " + way + ": " + line(found.head());
    }

    private static String line(CaseHead head) {
        return head.number() + " " + head.state().word() + ", "
                + head.severity().word() + ", " + head.title()
                + (head.nextDue() == null ? "" : ", due " + head.nextDue());
    }

    /** {@code case C-2026-0001}. */
    static Sentence one(String number) {
        return scene -> {
            try {
                return lines(scene, scene.plant().cases().file(number));
            } catch (Refused unknown) {
                return List.of("refused " + unknown.problem().code());
            }
        };
    }

    private static List<String> lines(Scene scene, CaseFile file) {
        List<String> lines = new ArrayList<>();
        lines.add(line(file.head()));
        if (!file.subjects().isEmpty())
            lines.add("about "
                    + file.subjects().stream()
                            .map(CaseSubject::words)
                            .collect(Collectors.joining(", ")));
        scene.plant()
                .cases()
                .complainant(file.number())
                .ifPresent(who -> lines.add("from " + who.name()));
        for (CaseAction action : file.actions())
            lines.add("action " + action.number() + " of " + action.owner() + ", "
                    + (action.isOpen() ? "due " + action.due() : "done"));
        for (CapaCheck check : file.checks())
            lines.add("check \"" + check.criterion() + "\", "
                    + (check.isOpen() ? "due " + check.due() : effect(check)));
        for (var entered : file.entries()) {
            if (!(entered.entry() instanceof CaseEntry.Closed closed)) continue;
            if (closed.signature() == null) continue;
            lines.add("closed, signed by " + closed.signature().signer()
                    + (scene.plant().cases().isIntact(file, entered.ordinal())
                            ? ""
                            : ", not as signed"));
        }
        return lines;
    }

    private static String effect(CapaCheck check) {
        return check.made() != null && check.made().entry() instanceof CaseEntry.Checked checked
                ? checked.effect().name().toLowerCase(Locale.ROOT).replace('_', ' ')
                : "open";
    }
}
