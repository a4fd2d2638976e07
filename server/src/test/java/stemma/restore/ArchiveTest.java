package stemma.restore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.Archives;
import stemma.access.Seat;
import stemma.demo.ToldDemo;
import stemma.exchange.Archive;
import stemma.identifiers.ActorId;
import stemma.identifiers.LotNumber;
import stemma.identifiers.OrderCode;
import stemma.identifiers.PartnerCode;
import stemma.inquiry.Board;
import stemma.journal.Author;
import stemma.journal.Inspection;
import stemma.journal.RestoreRefused;
import stemma.journal.SealedSize;
import stemma.ledger.Answer;
import stemma.stock.Reservation;
import stemma.verifier.Question;
import stemma.verifier.Verification;
import stemma.verifier.ZipMembers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The demo company's ledger of 25,000 events as an archive, restored into an empty database. */
class ArchiveTest {
    @TempDir
    static Path folder;

    private static final KeptGoods KEPT =
            new KeptGoods(new OrderCode("SO-KEPT"), new PartnerCode("CORNER"));
    private static ToldDemo demo;
    private static Plant plant;
    private static Path archive;
    private static Plant restored;
    private static Archive.Restored told;

    @BeforeAll
    static void export() throws IOException {
        demo = ToldDemo.tell();
        plant = Plant.of(demo);
        KEPT.keep(plant.world);
        Seat seat = new Seat(List.of("carrot*"), Instant.EPOCH, Instant.EPOCH.plusSeconds(1));
        Author ada = new Author(new ActorId("ada"), "test", "test");
        plant.world.access().seats().give(ada, new ActorId("audra"), seat, "an audit");
        archive = folder.resolve("ledger.zip");
        plant.export(archive);
        restored = Plant.empty();
        told = restored.restore(archive);
    }

    @AfterAll
    static void close() {
        restored.close();
        demo.close();
    }

    @Test
    void what_is_restored_is_the_same_in_every_row_but_the_databases_own_keys() {
        long size = told.proven().size();
        assertThat(told.proven().root())
                .isEqualTo(plant.world.journal().rootAt(size))
                .isEqualTo(restored.world.journal().rootAt(size));
        Map<String, List<String>> was = Portrait.of(plant.database);
        Map<String, List<String>> is = Portrait.of(restored.database);
        is.forEach((table, rows) -> assertThat(rows).as(table).isEqualTo(was.get(table)));
        assertThat(was.get("ledger.event")).hasSizeGreaterThan(24_000);
        assertThat(was.get("genealogy.fed")).isNotEmpty();
        assertThat(was.get("access.seat")).hasSize(1);
    }

    @Test
    void a_program_that_is_not_ours_finds_nothing_wrong_with_it() throws IOException {
        try (ZipMembers members = ZipMembers.open(archive)) {
            assertThat(Verification.of(members, Question.whole()).faults()).isEmpty();
        }
    }

    @Test
    void every_table_is_compared_or_holds_what_no_archive_may() {
        Set<String> apart = new TreeSet<>(Portrait.tables(plant.database));
        apart.removeAll(Portrait.known());
        apart.removeIf(table -> table.startsWith("journal.entry_"));
        assertThat(apart)
                .containsExactlyInAnyOrder(
                        // Credentials and what goes with them.
                        "access.attempt",
                        "access.invitation",
                        "access.password",
                        "access.reset",
                        "access.session",
                        "access.token",
                        // By what writers take turns, and what the sealer saw of this database.
                        "ledger.bucket",
                        "journal.open_gap",
                        "journal.sealer_state");
    }

    @Test
    void a_restored_ledger_answers_the_board_of_the_carrots_alike() {
        Board was = board(plant);
        Board is = board(restored);
        assertThat(is.exposure().sums()).isEqualTo(was.exposure().sums());
        assertThat(is.roads()).usingRecursiveComparison().isEqualTo(was.roads());
        assertThat(is.exposure().lots()).isEqualTo(14);
        assertThat(is.completeness().gaps()).hasSameSizeAs(was.completeness().gaps());
    }

    @Test
    void what_is_kept_for_an_order_is_kept_from_others_after_a_restore() {
        List<Reservation> was = plant.world.reservations().of(KEPT.order());
        List<Reservation> is = restored.world.reservations().of(KEPT.order());
        assertThat(is).usingRecursiveComparison().isEqualTo(was);
        assertThat(is).filteredOn(Reservation::isOpen).hasSize(1);
        assertThat(is).filteredOn(one -> !one.isOpen()).hasSize(1);
        for (Plant one : List.of(plant, restored))
            assertThat(KEPT.shippedElsewhere(one.world))
                    .isInstanceOfSatisfying(
                            Answer.Refused.class,
                            refused ->
                                    assertThat(refused.why().code()).isEqualTo("lot_is_reserved"));
    }

    @Test
    void a_restored_log_verifies_and_is_exported_the_same() throws IOException {
        List<String> findings = new ArrayList<>();
        var inspected = new Inspection(restored.database.app(), told.keys())
                .run(List.of(), finding -> findings.add(finding.code()));
        assertThat(findings).isEmpty();
        assertThat(inspected.root()).isEqualTo(plant.world.journal().rootAt(inspected.size()));
        Path again = folder.resolve("again.zip");
        restored.export(again);
        assertThat(Zips.member(again, "journal.txt"))
                .isEqualTo(Zips.member(archive, "journal.txt"));
        for (String table : Archives.TABLES)
            assertThat(Zips.member(again, "tables/" + table))
                    .as(table)
                    .isEqualTo(Zips.member(archive, "tables/" + table));
    }

    @Test
    void a_log_that_went_on_under_a_new_key_is_proven_by_both() throws IOException {
        Path first = folder.resolve("first.zip");
        Path second = folder.resolve("second.zip");
        try (Plant small = Plant.grown();
                Plant next = Plant.empty();
                Plant last = Plant.empty()) {
            small.export(first);
            next.restore(first);
            next.grow();
            next.export(second);
            assertThat(last.restore(second).keys())
                    .containsExactly(small.key.verifying(), next.key.verifying());
        }
    }

    @Test
    void no_password_token_session_or_key_is_in_an_archive() throws IOException {
        String everything = Zips.text(archive);
        assertThat(everything).contains("C-7741").contains("Quinn Parker");
        assertThat(everything).doesNotContain("$argon2", "PRIVATE KEY", "stm_", demo.token());
        for (String password : demo.passwords()) assertThat(everything).doesNotContain(password);
        JdbcClient owner = JdbcClient.create(plant.database.owner());
        for (String secret : List.of(
                "select hash from access.password",
                "select encode(digest, 'hex') from access.token",
                "select encode(digest, 'base64') from access.token",
                "select encode(digest, 'hex') from access.session",
                "select encode(digest, 'hex') from access.invitation")) {
            for (String text : owner.sql(secret).query(String.class).list())
                assertThat(everything).as(secret).doesNotContain(text.strip());
        }
        assertThat(owner.sql("select count(*) from access.password")
                        .query(Long.class)
                        .single())
                .isPositive();
        assertThat(Zips.names(archive))
                .noneMatch(name -> name.matches(".*(password|token|session|attempt|invitation).*"));
    }

    @Test
    void a_tampered_archive_is_refused_and_leaves_the_database_empty() throws IOException {
        byte[] whole = Files.readAllBytes(archive);
        try (Plant empty = Plant.empty()) {
            Map<String, List<String>> before = Portrait.of(empty.database);
            for (int part = 1; part < 10; part++) {
                byte[] cut = Arrays.copyOf(whole, whole.length * part / 10);
                assertThat(code(empty, written("cut", cut))).isEqualTo("archive_unreadable");
            }
            assertThat(code(empty, written("empty", new byte[0]))).isEqualTo("archive_unreadable");
            for (String name : Zips.names(archive)) {
                assertThat(code(empty, changed(name)))
                        .as(name)
                        .isIn("archive_differs", "archive_not_signed");
                assertThat(code(empty, without(name))).as(name).isEqualTo("archive_incomplete");
            }
            Path more = folder.resolve("more.zip");
            Zips.add(archive, more, "more.txt");
            assertThat(code(empty, more)).isEqualTo("archive_differs");
            assertThat(Portrait.of(empty.database)).isEqualTo(before);
        }
    }

    @Test
    void an_archive_of_a_program_that_lacks_tables_is_restored() throws IOException {
        Set<String> younger = Set.of("access.seat", "quality.retention", "stock.reservation");
        Path old = folder.resolve("older.zip");
        plant.exportWithout(old, younger);
        try (Plant later = Plant.empty()) {
            Map<String, List<String>> before = Portrait.of(later.database);
            assertThat(later.restore(old).proven().size())
                    .isEqualTo(plant.world.journal().sealed().size());
            Map<String, List<String>> is = Portrait.of(later.database);
            assertThat(is.get("lots.lot")).isEqualTo(Portrait.of(plant.database).get("lots.lot"));
            for (String table : younger)
                assertThat(is.get(table)).as(table).isEqualTo(before.get(table));
        }
    }

    @Test
    void a_failure_in_the_midst_of_restoring_leaves_the_database_empty() {
        try (Plant empty = Plant.empty()) {
            Map<String, List<String>> before = Portrait.of(empty.database);
            IllegalStateException failure = catchThrowableOfType(
                    IllegalStateException.class,
                    () -> empty.restore(archive, List.of(), () -> {
                        empty.owned().audit().rebuild();
                        throw new IllegalStateException("the power went");
                    }));
            assertThat(failure).hasMessage("the power went");
            assertThat(Portrait.of(empty.database)).isEqualTo(before);
        }
    }

    @Test
    void a_database_that_holds_a_journal_is_not_restored_into() {
        long before = plant.world.journal().sealed().size();
        assertThat(code(plant, archive)).isEqualTo("journal_not_empty");
        assertThat(plant.world.journal().sealed()).isEqualTo(new SealedSize(before, 0));
    }

    @Test
    void a_checkpoint_kept_elsewhere_shows_what_the_archive_alone_cannot() throws IOException {
        Path honest = folder.resolve("honest.zip");
        Path forged = folder.resolve("forged.zip");
        try (Plant ours = Plant.grown();
                Plant forger = Plant.grown();
                Plant empty = Plant.empty();
                Plant deceived = Plant.empty()) {
            String kept = ours.world.journal().checkpoints().getFirst().note();
            ours.grow();
            ours.export(honest);
            forger.export(forged);
            assertThat(code(empty, forged, kept)).isEqualTo("checkpoint_not_signed");
            assertThat(empty.restore(honest, List.of(kept)).keys())
                    .containsExactly(ours.key.verifying());
            // Without one, a log that another key signed is whole in itself.
            assertThat(deceived.restore(forged).keys()).doesNotContain(ours.key.verifying());
        }
    }

    @Test
    void an_archive_older_than_a_checkpoint_kept_elsewhere_is_refused() throws IOException {
        Path old = folder.resolve("old.zip");
        try (Plant ours = Plant.grown();
                Plant empty = Plant.empty()) {
            ours.export(old);
            ours.grow();
            ours.export(folder.resolve("later.zip"));
            String later = ours.world.journal().checkpoints().getLast().note();
            assertThat(code(empty, old, later)).isEqualTo("log_too_short");
        }
    }

    private static Board board(Plant plant) {
        var inquiry = plant.world.inquiry();
        return inquiry.board(
                inquiry.family(Optional.empty(), new LotNumber("C-7741")), Optional.empty());
    }

    private static String code(Plant into, Path file, String... held) {
        return catchThrowableOfType(RestoreRefused.class, () -> into.restore(file, List.of(held)))
                .code();
    }

    private static Path written(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name + ".zip"), bytes);
    }

    /** The member has one letter changed, as somebody would who can write files. */
    private static Path changed(String member) throws IOException {
        Path file = folder.resolve("changed.zip");
        Zips.rewrite(archive, file, (name, bytes) -> name.equals(member) ? other(bytes) : bytes);
        return file;
    }

    private static Path without(String member) throws IOException {
        Path file = folder.resolve("without.zip");
        Zips.rewrite(archive, file, (name, bytes) -> name.equals(member) ? new byte[0] : bytes);
        return file;
    }

    private static byte[] other(byte[] bytes) {
        byte[] other = bytes.clone();
        other[other.length / 2] ^= 1;
        return other;
    }
}
