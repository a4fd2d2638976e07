package stemma.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import stemma.ledger.Event;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class BenchTest {

    @Test
    void a_tiny_run_measures_every_workload_and_keeps_each_figure(@TempDir Path home)
            throws Exception {
        Asked asked = Asked.of(List.of(
                "all",
                "--events",
                "400",
                "--data",
                home.toString(),
                "--history",
                home.resolve("history.ndjson").toString()));
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        Bench.run(asked, new PrintStream(said, true, StandardCharsets.UTF_8));
        List<String> lines = Files.readAllLines(home.resolve("history.ndjson"));
        for (String metric : List.of(
                "import.file.events_per_s",
                "import.file.over_bare_copy",
                "append.batch.1000.events_per_s",
                "append.single.16.events_per_s",
                "ask.trace_both_ways.p99",
                "ask.lot_card.p99",
                "ask.board.p99",
                "page.lot_card.p99",
                "page.board.p99",
                "api.trace.mean")) {
            assertThat(lines).anyMatch(line -> line.contains("\"metric\":\"" + metric + "\""));
        }
        String form = "\\{\"commit\":.*\"load\":.*\"quiet\":(true|false),.*}";
        assertThat(lines).allMatch(line -> line.matches(form));
        assertThat(asked.page()).content().contains(lines.getFirst());
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("load");
    }

    @Test
    void the_engine_answers_as_sql_does_before_either_is_timed(@TempDir Path home)
            throws Exception {
        Path history = home.resolve("history.ndjson");
        Asked asked = Asked.of(List.of(
                "trace",
                "--edges",
                "2e4",
                "--baseline",
                "--data",
                home.toString(),
                "--history",
                history.toString()));
        Bench.run(asked, new PrintStream(OutputStream.nullOutputStream(), true));
        List<String> lines = Files.readAllLines(history);
        for (String metric : List.of(
                "trace.told.links_per_cpu_s",
                "trace.rebuilt.links_per_s",
                "trace.forward_raw.ratio",
                "trace.forward_fill.ns_per_node",
                "trace.log_over_plain.forward_wip",
                "trace.back_serial.sql.mean",
                "trace.recall_hub.ratio",
                "trace.suspects_at_once.each.p50",
                "trace.hub.third_late.p50",
                "trace.fresh_at_1000_per_s.p99")) {
            assertThat(lines).anyMatch(line -> line.contains("\"metric\":\"" + metric + "\""));
        }
    }

    @Test
    void every_entry_of_a_run_is_sealed_and_its_wait_is_kept(@TempDir Path home) throws Exception {
        Path history = home.resolve("history.ndjson");
        Asked asked = Asked.of(List.of(
                "seal",
                "--events",
                "600",
                "--data",
                home.toString(),
                "--history",
                history.toString()));
        Bench.run(asked, new PrintStream(OutputStream.nullOutputStream(), true));
        assertThat(Files.readAllLines(history))
                .anyMatch(line -> line.contains("\"metric\":\"seal.share_of_cpu\""))
                .anyMatch(line ->
                        line.contains("\"events\":1000,\"metric\":\"seal.lag_at_1000_per_s.p99\""))
                .anyMatch(line ->
                        line.contains("\"events\":1300,\"metric\":\"seal.lag_beside_import.p99\""));
    }

    @Test
    void the_same_seed_tells_the_same_story() {
        List<Event> once = new PlantStory("A", 7).next(500);
        assertThat(new PlantStory("A", 7).next(500)).isEqualTo(once);
        assertThat(new PlantStory("A", 8).next(500)).isNotEqualTo(once);
    }

    @Test
    void a_run_beside_busy_programs_is_not_called_quiet() {
        Machine machine = Machine.now("18").of("18");
        Machine busy = new Machine("c", machine.at(), 2, 2.1, "25", "18");
        Machine quiet = new Machine("c", machine.at(), 2, 2.0, "25", "18");
        assertThat(busy.line(new Metric(1, "m", 1, "s"))).contains("\"quiet\":false");
        assertThat(quiet.line(new Metric(1, "m", 1, "s"))).contains("\"quiet\":true");
    }

    @Test
    void of_a_hundred_times_the_99th_is_the_p99() {
        List<Double> times = java.util.stream.IntStream.rangeClosed(1, 100)
                .mapToObj(i -> (double) i)
                .toList();
        assertThat(Figures.of(times)).isEqualTo(new Figures(50, 99, 50.5));
    }

    @Test
    void an_unknown_workload_is_refused() {
        assertThatThrownBy(() -> Asked.of(List.of("everything")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
