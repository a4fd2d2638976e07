package stemma.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import stemma.trace.Fact.Nature;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the README shows compiles, runs and stands there as it stands here. */
class ReadmeTest {
    private static final Pattern REGION =
            Pattern.compile("// README\n(.*?) *// end\n", Pattern.DOTALL);

    @Test
    void the_questions_of_the_readme_have_answers(@TempDir Path home) throws IOException {
        long flour = 1;
        long bread = 2;
        long bake = 10;
        long shop = 20;
        Path file = home.resolve("trace.snapshot");
        // README
        TraceIndex index = new TraceIndex();
        Measure used = Measure.of(120_000, Evidence.SCANNED, 1);
        Measure made = Measure.of(1_000, Evidence.KEYED, 2).weighing(95);
        Measure lost = Measure.of(0, Evidence.DERIVED, 2).weighing(5);
        index.tell(to -> {
            to.state(new Fact.Fed(1, bake, Nature.PLAIN, Span.of(flour), List.of(), used));
            to.state(new Fact.Yielded(bake, Nature.PLAIN, new Span(bread, 0, 999), made));
            to.state(new Fact.Lost(bake, Nature.PLAIN, lost));
            to.state(new Fact.Shipped(30, shop, 1, new Span(bread, 0, 199), 200));
        });
        // end
        // README
        Reached reached = index.trace(List.of(Span.of(flour)), Direction.FORWARD, Cause.MATERIAL);
        List<Span> spans = reached.spans();
        long units = reached.units();
        List<Totals.Total> customers = reached.totals().byCustomer();
        List<Span> doubtful = reached.onlyThroughPools();
        // end
        assertThat(spans).containsExactly(Span.of(flour), new Span(bread, 0, 999));
        assertThat(units).isEqualTo(1_001);
        assertThat(customers.getFirst().units() + doubtful.size()).isEqualTo(200);
        List<String> told = new ArrayList<>();
        // README
        Span loaf = new Span(bread, 17, 17);
        Optional<stemma.trace.Path> path = reached.pathTo(loaf);
        reached.forEachGeneration((of, generation) -> told.add(of + " " + generation));
        reached.forEachStep((from, to) -> told.add(from + " " + to));
        reached.forEachLink((from, to, measure) -> told.add(from + " " + to + " " + measure));
        // end
        assertThat(path).map(stemma.trace.Path::weakest).contains(Evidence.KEYED);
        assertThat(told).hasSize(2 + 2 + 3);
        // README
        Shares shares = index.shares(List.of(new Root(Span.of(flour), 500_000)));
        Share inLoaf = shares.of(loaf);
        shares.forEach((of, share) -> told.add(of + " " + share.expected()));
        double elsewhere = shares.lost() + shares.between();
        // end
        assertThat(inLoaf.expected()).isEqualTo(114);
        assertThat(elsewhere).isEqualTo(6_000);
        // README
        List<List<Span>> questions = List.of(List.of(Span.of(flour)), List.of(loaf));
        List<Reached> each = index.traceEach(questions, Direction.BACKWARD, Cause.MATERIAL);
        // end
        assertThat(each.getLast().lots()).isEqualTo(2);
        // README
        if (index.unmerged() > 50_000) index.merge();
        index.save(file, "ledger 4f, sealed to 1200");
        TraceIndex.Loading loading = TraceIndex.load(file, mark -> mark.startsWith("ledger 4f"));
        // end
        assertThat(loading).isInstanceOf(TraceIndex.Loading.Loaded.class);
    }

    @Test
    void the_readme_shows_what_runs_here() throws IOException {
        Path here = Path.of("src/test/java/stemma/trace/ReadmeTest.java");
        String readme = Files.readString(Path.of("README.md"));
        Matcher region = REGION.matcher(Files.readString(here));
        int shown = 0;
        while (region.find()) {
            String code = region.group(1).replaceAll("(?m)^ {8}", "").replace("stemma.trace.", "");
            assertThat(readme).contains("```java\n" + code + "```\n");
            shown++;
        }
        assertThat(readme.split("```java", -1)).hasSize(shown + 1);
    }
}
