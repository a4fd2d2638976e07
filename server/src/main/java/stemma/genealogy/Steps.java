package stemma.genealogy;

import stemma.genealogy.store.RunTable;
import stemma.identifiers.RunId;
import stemma.trace.Node;
import stemma.trace.Reached;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What the steps of a forward walk say of the lots and runs they lead through. */
record Steps(Set<Long> madeInto, Set<RunId> sameMaterial, Set<RunId> open, int runs) {

    /** What the steps say, gathered as they come; keys as they are, so that each costs little. */
    private static final class Gathered {
        private final Keys wholes = new Keys();
        private final Keys parts = new Keys();
        private final Keys yielded = new Keys();
        private final Keys yieldedParts = new Keys();
        private final Keys fed = new Keys();
        private final Keys fedInto = new Keys();
        private final Keys fedParts = new Keys();
        private final Keys fedIntoParts = new Keys();
        private final Keys filled = new Keys();

        void step(Node from, Node to) {
            passes(from);
            passes(to);
            if (isLot(from)) {
                switch (to.part()) {
                    case RUN -> {
                        fed.add(from.key());
                        fedInto.add(to.key());
                    }
                    case SUBRUN -> {
                        fedParts.add(from.key());
                        fedIntoParts.add(to.key());
                    }
                    case VESSEL -> filled.add(from.key());
                    case UNITS, ANY_UNIT, LEFT, LOST -> {}
                }
            } else if (isLot(to)) {
                if (from.part() == Node.Part.RUN) yielded.add(from.key());
                if (from.part() == Node.Part.SUBRUN) yieldedParts.add(from.key());
            }
        }

        private void passes(Node node) {
            if (node.part() == Node.Part.RUN || node.part() == Node.Part.LEFT)
                wholes.add(node.key());
            if (node.part() == Node.Part.SUBRUN) parts.add(node.key());
        }
    }

    static Steps of(Reached reached, RunTable table) {
        Gathered all = new Gathered();
        reached.forEachStep(all::step);
        long[] parts = all.parts.distinct();
        Map<Long, Long> runOf = parts.length == 0 ? Map.of() : table.runsOfInputs(boxed(parts));
        runOf.values().forEach(all.wholes::add);
        for (long part : all.yieldedParts.distinct())
            all.yielded.add(Objects.requireNonNull(runOf.get(part)));
        long[] runs = all.wholes.distinct();
        long[] yielded = all.yielded.distinct();
        List<Long> open = new ArrayList<>();
        for (long run : runs) if (Arrays.binarySearch(yielded, run) < 0) open.add(run);
        Set<Long> parting = new HashSet<>();
        Set<RunId> sameMaterial = new HashSet<>();
        Set<RunId> unyielded = new HashSet<>();
        for (RunTable.Apart run : table.apart(boxed(runs), open)) {
            (run.sameMaterial() ? sameMaterial : unyielded).add(new RunId(run.id()));
            if (run.sameMaterial()) parting.add(run.key());
        }
        return new Steps(madeInto(all, runOf, parting), sameMaterial, unyielded, runs.length);
    }

    /** A vessel makes new material always; a run where it does not part one. */
    private static Set<Long> madeInto(Gathered all, Map<Long, Long> runOf, Set<Long> parting) {
        Set<Long> lots = new HashSet<>();
        for (int i = 0; i < all.fed.size(); i++)
            if (!parting.contains(all.fedInto.get(i))) lots.add(all.fed.get(i));
        for (int i = 0; i < all.fedParts.size(); i++)
            if (!parting.contains(runOf.get(all.fedIntoParts.get(i))))
                lots.add(all.fedParts.get(i));
        for (int i = 0; i < all.filled.size(); i++) lots.add(all.filled.get(i));
        return lots;
    }

    private static List<Long> boxed(long[] keys) {
        return Arrays.stream(keys).boxed().toList();
    }

    private static boolean isLot(Node node) {
        return node.part() == Node.Part.UNITS || node.part() == Node.Part.ANY_UNIT;
    }
}
