package stemma.bench;

import stemma.genealogy.Question;
import stemma.genealogy.Trace;
import stemma.identifiers.EventId;
import stemma.identifiers.LotId;
import stemma.identifiers.Portion;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/** The lots that are asked about: some of each kind, and those with the most relatives. */
final class Suspects {
    static final int MOST_RELATIVES = 1_000;

    private static final int CANDIDATES = 3;
    private static final List<String> KINDS = List.of("RAW-%", "MIX-%", "PACKED-%", "SALT");

    private final RunningPlant plant;

    Suspects(RunningPlant plant) {
        this.plant = plant;
    }

    /** A lot, and how many lots stand in its two traces. */
    record Suspect(Portion lot, int relatives) {}

    /**
     * Returns lots drawn by lot; those of salt, which close to a thousand others contain, are a
     * quarter of them, so that the slowest hundredth is theirs.
     */
    List<Suspect> drawn(int count) {
        SplittableRandom random = new SplittableRandom(7);
        List<Suspect> suspects = new ArrayList<>();
        for (String kind : KINDS) {
            List<Portion> lots = lots(kind);
            int wanted = count / KINDS.size();
            for (int tries = 0; wanted > 0 && tries < CANDIDATES * count; tries++) {
                Portion lot = lots.get(random.nextInt(lots.size()));
                int relatives = relatives(lot);
                if (relatives > MOST_RELATIVES) continue;
                suspects.add(new Suspect(lot, relatives));
                wanted--;
            }
        }
        return suspects;
    }

    private List<Portion> lots(String kind) {
        return plant.owner()
                .sql("select birth, first_ordinal from lots.lot where item like ? order by key")
                .param(kind)
                .query((row, _) -> Portion.of(
                        new LotId(new EventId(row.getObject(1, UUID.class)), row.getInt(2))))
                .list();
    }

    private int relatives(Portion lot) {
        return count(Question.forward(List.of(lot))) + count(Question.backward(List.of(lot)));
    }

    private int count(Question question) {
        Trace trace = plant.world().genealogy().trace(question);
        return trace.lots().size();
    }
}
