package stemma.genealogy;

import stemma.genealogy.store.RunTable;
import stemma.identifiers.RunId;
import stemma.trace.Node;
import stemma.trace.Reached;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What the steps of a forward walk say of the lots and runs they lead through. */
record Steps(Set<Long> madeInto, Set<RunId> sameMaterial, Set<RunId> open, int runs) {

    /** Lots that went into something: a run, or a vessel, which makes new material always. */
    private static final class Fed {
        private final List<Long> lots = new ArrayList<>();
        private final List<Node> into = new ArrayList<>();
    }

    static Steps of(Reached reached, RunTable table) {
        Fed fed = new Fed();
        Set<Long> whole = new HashSet<>();
        Set<Long> parts = new HashSet<>();
        Set<Node> yielded = new HashSet<>();
        reached.forEachStep((from, to) -> {
            if (isRun(from)) whole.add(from.key());
            if (isRun(to)) whole.add(to.key());
            if (from.part() == Node.Part.SUBRUN) parts.add(from.key());
            if (to.part() == Node.Part.SUBRUN) parts.add(to.key());
            if (isLot(from) && isMaker(to)) {
                fed.lots.add(from.key());
                fed.into.add(to);
            }
            if (isMaker(from) && isLot(to)) yielded.add(from);
        });
        Map<Long, Long> runOf = parts.isEmpty() ? Map.of() : table.runsOfInputs(parts);
        whole.addAll(runOf.values());
        Set<Long> open = new HashSet<>(whole);
        for (Node node : yielded) open.remove(run(node, runOf));
        return told(fed, whole, runOf, table.apart(whole, open));
    }

    private static Steps told(
            Fed fed, Set<Long> whole, Map<Long, Long> runOf, List<RunTable.Apart> apart) {
        Map<Long, RunTable.Apart> byKey = new HashMap<>();
        Set<RunId> sameMaterial = new HashSet<>();
        Set<RunId> open = new HashSet<>();
        for (RunTable.Apart run : apart) {
            byKey.put(run.key(), run);
            (run.sameMaterial() ? sameMaterial : open).add(new RunId(run.id()));
        }
        Set<Long> madeInto = new HashSet<>();
        for (int i = 0; i < fed.lots.size(); i++) {
            Node into = fed.into.get(i);
            RunTable.Apart known =
                    into.part() == Node.Part.VESSEL ? null : byKey.get(run(into, runOf));
            if (known == null || !known.sameMaterial()) madeInto.add(fed.lots.get(i));
        }
        return new Steps(madeInto, sameMaterial, open, whole.size());
    }

    private static Long run(Node node, Map<Long, Long> runOf) {
        if (node.part() != Node.Part.SUBRUN) return node.key();
        return Objects.requireNonNull(runOf.get(node.key()));
    }

    private static boolean isRun(Node node) {
        return node.part() == Node.Part.RUN || node.part() == Node.Part.LEFT;
    }

    private static boolean isMaker(Node node) {
        return switch (node.part()) {
            case RUN, SUBRUN, VESSEL -> true;
            case UNITS, ANY_UNIT, LEFT, LOST -> false;
        };
    }

    private static boolean isLot(Node node) {
        return node.part() == Node.Part.UNITS || node.part() == Node.Part.ANY_UNIT;
    }
}
