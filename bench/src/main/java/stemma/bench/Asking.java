package stemma.bench;

import stemma.genealogy.Direction;
import stemma.inquiry.Inquiry;
import stemma.inquiry.Subject;
import stemma.inquiry.TraceQuery;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The questions asked of the rooms themselves: two-way trace, lot card, exposure board. */
final class Asking {
    private static final int WARM_ROUNDS = 2;
    private static final int ROUNDS = 5;

    private final RunningPlant plant;
    private final History history;

    Asking(RunningPlant plant, History history) {
        this.plant = plant;
        this.history = history;
    }

    void ask(List<Suspects.Suspect> suspects) {
        long size = plant.events();
        Inquiry inquiry = plant.world().inquiry();
        int most = suspects.stream().mapToInt(Suspects.Suspect::relatives).max().orElse(0);
        history.add(size, "asked.most_relatives", most, "lots");
        time(size, "ask.trace_both_ways", suspects, subject -> {
            var forward = TraceQuery.all(Direction.FORWARD);
            var backward = TraceQuery.all(Direction.BACKWARD);
            var unused = inquiry.trace(subject, forward, Optional.empty());
            var unused2 = inquiry.trace(subject, backward, Optional.empty());
        });
        time(size, "ask.lot_card", suspects, subject -> {
            var unused = inquiry.card(subject, 0);
        });
        time(size, "ask.board", suspects, subject -> {
            var unused = inquiry.board(subject, Optional.empty());
        });
        time(size, "ask.sealed_size", suspects, _ -> {
            var unused = plant.world().journal().sealed();
        });
    }

    private void time(
            long size, String metric, List<Suspects.Suspect> suspects, Consumer<Subject> question) {
        List<Double> measured = new ArrayList<>();
        for (int round = 0; round < WARM_ROUNDS + ROUNDS; round++) {
            for (Suspects.Suspect suspect : suspects) {
                Subject subject = plant.world().inquiry().one(suspect.lot());
                double seconds = Effort.of(() -> question.accept(subject)).seconds();
                if (round >= WARM_ROUNDS) measured.add(seconds * 1_000);
            }
        }
        history.add(size, metric, Figures.of(measured));
    }
}
