package stemma;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import stemma.ApiClient.Reply;
import stemma.access.Role;
import stemma.journal.ConsistencyProof;
import stemma.journal.EntryKind;
import stemma.verifier.Verify;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/** What somebody takes away who shall believe one record, and what he can do with it. */
class ProofsTest {
    private static final String MOVED = """
            {"event":"moved","id":"%s","lines":[{"lot":"flour:F-1","quantity":"1 kg",
             "from":"at:MAIN/MAIN"}],"to":"at:MAIN/COLD"}""";

    @TempDir
    static Path folder;

    private static ApiPlant plant;
    private static ApiClient program;
    private static String receipt;

    @BeforeAll
    static void record() {
        plant = ApiPlant.stocked();
        program = plant.program();
        receipt = plant.id();
        append("""
                {"event":"received","id":"%s","receipt":"R-1","supplier":"MillCo",
                 "lots":[{"passport":{"item":"flour","number":"F-1"},"quantity":"50 kg",
                 "to":"at:MAIN/MAIN"}]}""".formatted(receipt));
        for (int i = 0; i < 20; i++) {
            append(MOVED.formatted(plant.id()));
            seal();
        }
    }

    @AfterAll
    static void close() {
        plant.close();
    }

    private static void append(String event) {
        assertThat(program.post("/api/v1/events", event).status()).isIn(200, 201);
    }

    private static void seal() {
        var unused = plant.world.sealer().seal();
    }

    @Test
    void the_file_of_every_record_is_believed_by_a_program_that_is_not_ours() throws IOException {
        List<UUID> ids = new ArrayList<>();
        plant.world.journal().eachSealed(0, plant.world.journal().sealed().size(), one -> {
            if (one.entry().kind() == EntryKind.EVENT) ids.add(one.entry().id());
        });
        assertThat(ids).hasSizeGreaterThan(20);
        for (UUID id : ids) {
            Reply file = program.get("/events/" + id + "/proof.txt");
            assertThat(file.status()).isEqualTo(200);
            assertThat(file.body()).contains(id.toString());
            assertThat(verify(file.body(), key())).isZero();
        }
    }

    @Test
    void a_file_that_was_changed_in_any_part_is_not_believed() throws IOException {
        String proof = program.get("/events/" + receipt + "/proof.txt").body();
        List<String> lines = proof.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.isEmpty()) continue;
            List<String> changed = new ArrayList<>(lines);
            char last = line.charAt(line.length() - 2);
            char other = last == '1' ? '2' : '1';
            changed.set(
                    i,
                    line.substring(0, line.length() - 2) + other + line.charAt(line.length() - 1));
            assertThat(verify(String.join("\n", changed) + "\n", key()))
                    .as(line)
                    .isEqualTo(1);
        }
        assertThat(verify(
                        proof,
                        stemma.journal.SealingKey.fresh("stemma/journal")
                                .verifying()
                                .toString()))
                .isEqualTo(1);
    }

    @Test
    void the_log_of_a_checkpoint_that_was_kept_begins_the_log_of_today() {
        long larger = program.get("/api/v1/checkpoint").json().path("size").asLong();
        for (long smaller = 1; smaller <= larger; smaller++) {
            Reply reply =
                    program.get("/api/v1/consistency?smaller=" + smaller + "&larger=" + larger);
            List<byte[]> path = new ArrayList<>();
            reply.json()
                    .path("path")
                    .forEach(hash -> path.add(Base64.getDecoder().decode(hash.asString())));
            var journal = plant.world.journal();
            ConsistencyProof proof = new ConsistencyProof(smaller, larger, path);
            assertThat(proof.holds(journal.rootAt(smaller), journal.rootAt(larger)))
                    .isTrue();
        }
        assertThat(program.get("/api/v1/consistency?smaller=9&larger=8").code())
                .isEqualTo("size_not_sealed");
    }

    @Test
    void the_keys_that_signed_it_are_told_with_their_times() {
        var keys = program.get("/api/v1/keys").json();
        assertThat(keys.size()).isEqualTo(1);
        assertThat(keys.path(0).path("key").asString()).isEqualTo(key());
        assertThat(keys.path(0).has("from")).isFalse();
        assertThat(keys.path(0).has("until")).isFalse();
        assertThat(program.get("/proven/handover-9.note").status()).isEqualTo(404);
    }

    @Test
    void what_is_not_there_not_sealed_or_not_for_the_asker_is_not_proven() {
        assertThat(program.get("/api/v1/records/" + plant.id() + "/proof").code())
                .isEqualTo("event_unknown");
        List<UUID> audit = new ArrayList<>();
        plant.world.journal().eachSealed(0, plant.world.journal().sealed().size(), one -> {
            if (one.entry().kind() == EntryKind.AUDIT) audit.add(one.entry().id());
        });
        String of = "/api/v1/records/" + audit.getFirst() + "/proof";
        assertThat(plant.person("otto", Role.OPERATOR).get(of).code()).isEqualTo("event_unknown");
        assertThat(plant.person("audra", Role.AUDITOR)
                        .get(of)
                        .json()
                        .path("body")
                        .asString())
                .contains("action");
        String late = plant.id();
        append(MOVED.formatted(late));
        assertThat(program.get("/api/v1/records/" + late + "/proof").code())
                .isEqualTo("not_sealed_yet");
        seal();
        assertThat(program.get("/api/v1/records/" + late + "/proof").status()).isEqualTo(200);
    }

    private static String key() {
        return plant.world.sealer().verifying().toString();
    }

    private static int verify(String proof, String key) throws IOException {
        Path file = Files.writeString(folder.resolve("proof.txt"), proof);
        Path known = Files.writeString(folder.resolve("known.key"), key + "\n");
        PrintStream nowhere =
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        return Verify.run(
                List.of("--proof", file.toString(), "--key", known.toString()), nowhere, nowhere);
    }
}
