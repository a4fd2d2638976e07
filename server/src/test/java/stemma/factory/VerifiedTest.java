package stemma.factory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import stemma.Archives;
import stemma.exchange.Archive;
import stemma.journal.Sealer;
import stemma.journal.SealingKey;
import stemma.verifier.Question;
import stemma.verifier.Report;
import stemma.verifier.Verification;
import stemma.verifier.ZipMembers;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Archives of made-up factories, in which every rule was tried, hold for a program not ours. */
class VerifiedTest {
    private static final Path KEPT =
            Path.of("../verifier/src/test/resources/stemma/verifier/thousand.zip");
    static final int SOME = Integer.getInteger("stemma.archives", 24);
    private static final int PLANTS_IN_A_WORLD = 12;
    private static final int LENGTH = 60;
    private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");

    @TempDir
    static Path folder;

    @Test
    void clean_archives_raise_nothing() throws IOException {
        raiseNothing(1, SOME, folder);
    }

    /** In this one a hold is corrected after it was lifted. */
    @Test
    void a_lift_that_a_correction_has_overtaken_raises_nothing() throws IOException {
        raiseNothing(657, 657, folder);
    }

    /** In this one a lift is corrected by another lift of the same hold. */
    @Test
    void a_lift_that_a_correction_has_told_anew_raises_nothing() throws IOException {
        raiseNothing(489, 489, folder);
    }

    @Test
    void an_archive_that_is_written_while_others_record_is_of_one_moment()
            throws IOException, InterruptedException {
        try (PlantWorld world = new PlantWorld()) {
            SealingKey key = SealingKey.fresh("factory");
            Sealer sealer = new Sealer(world.database.sealer(), () -> NOW, key, Optional.empty());
            Thread others = Thread.ofPlatform().start(() -> {
                for (int seed = 1; seed <= 6; seed++)
                    world.happen(Plan.of(seed, 9_000_000_000L + seed, LENGTH, Plant.Claims.MIXED));
            });
            Set<String> moments = new HashSet<>();
            while (others.isAlive()) {
                if (world.journal.sealed().size() + world.journal.sealed().unsealed() == 0)
                    continue;
                List<String> lines = verified(world, sealer, key, folder).lines();
                assertThat(lines).endsWith("holds");
                moments.add(lines.toString());
            }
            others.join();
            assertThat(moments).hasSizeGreaterThan(2);
        }
    }

    static void raiseNothing(int from, int to, Path folder) throws IOException {
        for (int first = from; first <= to; first += PLANTS_IN_A_WORLD) {
            try (PlantWorld world = new PlantWorld()) {
                SealingKey key = SealingKey.fresh("factory");
                Sealer sealer =
                        new Sealer(world.database.sealer(), () -> NOW, key, Optional.empty());
                int last = Math.min(to, first + PLANTS_IN_A_WORLD - 1);
                for (int seed = first; seed <= last; seed++) {
                    world.happen(Plan.of(seed, 7_000_000_000L + seed, LENGTH, Plant.Claims.MIXED));
                    assertThat(verified(world, sealer, key, folder).lines())
                            .as("seed " + seed)
                            .endsWith("holds");
                    assertThat(world.proven())
                            .as("seed " + seed)
                            .allSatisfy(rule ->
                                    assertThat(rule.findings()).as(rule.word()).isEmpty());
                }
            }
        }
    }

    /**
     * The verifier's own tests tamper with an archive that lies beside them. With {@code -Dupdate}
     * it is made anew; it must stay readable for ever.
     */
    @Test
    void the_archive_that_the_verifier_is_tried_on_has_a_thousand_entries() throws IOException {
        if (System.getProperty("update") != null) make(KEPT);
        try (ZipMembers archive = ZipMembers.open(KEPT)) {
            Report report = Verification.of(archive, Question.whole());
            assertThat(report.lines())
                    .endsWith("holds")
                    .anyMatch(line -> line.matches(" +1,[0-9]{3} entries.*"));
        }
    }

    private static void make(Path file) throws IOException {
        try (PlantWorld world = new PlantWorld()) {
            SealingKey key = SealingKey.fresh("factory");
            Sealer sealer = new Sealer(world.database.sealer(), () -> NOW, key, Optional.empty());
            for (int seed = 1; world.journal.sealed().size() < 1_000; seed++) {
                world.happen(Plan.of(seed, 8_000_000_000L + seed, LENGTH, Plant.Claims.MIXED));
                var unused = sealer.seal();
            }
            export(world, sealer, key, file);
        }
    }

    private static void export(PlantWorld world, Sealer sealer, SealingKey key, Path file)
            throws IOException {
        new Archive(world.database, Archives.TABLES, Archives.ON_TOP, Archives.STATED)
                .export(world.journal, sealer, key, List.of(), file);
    }

    private static Report verified(PlantWorld world, Sealer sealer, SealingKey key, Path folder)
            throws IOException {
        Path file = folder.resolve("plant.zip");
        export(world, sealer, key, file);
        try (ZipMembers archive = ZipMembers.open(file)) {
            return Verification.of(archive, Question.whole());
        }
    }
}
