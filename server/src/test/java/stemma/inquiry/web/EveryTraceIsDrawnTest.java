package stemma.inquiry.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import stemma.World;
import stemma.genealogy.Epoch;
import stemma.genealogy.Reached;
import stemma.genealogy.TraceNode;
import stemma.genealogy.TracedRun;
import stemma.inquiry.Subject;
import stemma.inquiry.TraceAnswer;
import stemma.lots.Lot;
import stemma.picturing.Diagram;
import stemma.printing.Plate;
import stemma.printing.PlateSvg;
import stemma.scenario.Scenarios;
import stemma.scenario.TestPlants;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Whatever the scenarios make of lots, each trace of each is drawn with everything that it has. */
class EveryTraceIsDrawnTest {
    private static final int MOST = 1_000;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "vessel-epochs",
                "pools",
                "split-merge-relabel",
                "serial-ranges",
                "install-remove-reclaim",
                "day-devices",
                "day-food"
            })
    void a_picture_has_every_lot_run_and_vessel_of_its_trace(String scenario) {
        List<String> drawn = new ArrayList<>();
        Scenarios scenarios =
                new Scenarios(clock -> TestPlants.fresh(clock, world -> drawn.addAll(draw(world))));
        assertThat(scenarios
                        .run(Path.of("..", "scenarios", scenario + ".scenario"))
                        .isComplete())
                .isTrue();
        assertThat(drawn).isNotEmpty();
    }

    private static List<String> draw(World world) {
        TracePictures pictures = new TracePictures(world.inquiry());
        List<String> drawn = new ArrayList<>();
        for (Lot lot : world.lots().beginningWith("", MOST)) {
            Subject subject = world.inquiry().one(lot.span());
            TraceAsked asked = new TraceAsked(
                    subject, "both", Optional.empty(), new PictureQuery("", Set.of(), ""));
            List<TraceAnswer> answers = pictures.ask(asked);
            TracePictures.Found found = pictures.find(answers, asked.picture());
            Set<String> names = found.whole().nodes().stream()
                    .map(Diagram.Node::name)
                    .collect(Collectors.toSet());
            for (TraceAnswer answer : answers)
                for (TraceNode node : answer.trace().nodes()) assertNamed(node, subject, names);
            Plate plate = pictures.plate(found, List.of());
            assertThat(found.drawn().boxOf()).hasSize(found.whole().nodes().size());
            assertThat(PlateSvg.page(plate)).contains("asked about");
            drawn.add(subject.title());
        }
        return drawn;
    }

    private static void assertNamed(TraceNode node, Subject subject, Set<String> names) {
        switch (node) {
            case Reached lot -> assertThat(names).contains(subject.label(lot.lot()));
            case Epoch vessel -> assertThat(names).contains(vessel.vessel().code());
            case TracedRun run ->
                assertThat(names)
                        .containsAnyOf(run.id().code(), Words.plain(run.kind()), "untracked stock");
        }
    }
}
