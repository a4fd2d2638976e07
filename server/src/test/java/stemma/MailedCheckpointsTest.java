package stemma;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import stemma.access.Role;
import stemma.catalog.Location;
import stemma.database.Database;
import stemma.database.TestDatabases;
import stemma.exchange.Archive;
import stemma.identifiers.ActorId;
import stemma.identifiers.LocationCode;
import stemma.identifiers.SiteCode;
import stemma.journal.Author;
import stemma.journal.Copies;
import stemma.journal.DatabaseClock;
import stemma.journal.Mailing;
import stemma.journal.PostOffice;
import stemma.journal.Sealer;
import stemma.journal.SealingKey;
import stemma.journal.VerifyingKey;
import stemma.kill.Mill;
import stemma.verifier.Verify;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The way of a checkpoint from the seal by mail to whoever checks an export with it. */
class MailedCheckpointsTest {
    @TempDir
    Path folder;

    private PostOffice office;

    @BeforeEach
    void open() throws IOException {
        office = new PostOffice();
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void a_mail_that_was_saved_holds_an_archive_to_what_it_was() throws IOException {
        SealingKey key = SealingKey.fresh("mill/journal");
        try (Database database = TestDatabases.fresh()) {
            World world = sealing(database, key);
            mailing(world).step();
            String raw = office.letters.getFirst().bytes();
            Path mail = Files.writeString(folder.resolve("mail.eml"), raw, ISO_8859_1);
            String text = new String(raw.getBytes(ISO_8859_1), UTF_8);
            String note = Files.readString(folder.resolve("checkpoints/latest.note"));
            assertThat(text.substring(text.indexOf("\r\n\r\n") + 4).replace("\r\n", "\n"))
                    .isEqualTo(note);
            Path pasted = Files.writeString(folder.resolve("pasted.txt"), note);
            Path archive = exported(world, database, key);
            assertThat(verified(archive, mail)).isZero();
            assertThat(verified(archive, pasted)).isZero();
        }
        // The same key over another record: what he gave out no longer fits.
        try (Database forged = TestDatabases.fresh()) {
            World world = sealing(forged, key);
            assertThat(verified(exported(world, forged, key), folder.resolve("mail.eml")))
                    .isEqualTo(1);
        }
    }

    @Test
    void a_mail_server_that_says_nothing_keeps_neither_sealing_nor_stopping() throws Exception {
        office.answering("EHLO", "");
        try (Database database = TestDatabases.fresh()) {
            World world = sealing(database, SealingKey.fresh("mill/journal"));
            Mailing mailing = mailing(world);
            PostRound round = PostRound.start(Optional.of(mailing), Duration.ofMillis(10));
            office.silent.await();
            long size = world.journal().sealed().size();
            world.catalog()
                    .define(
                            Location.of(new SiteCode("MAIN"), new LocationCode("COLD"), "Cold"),
                            new Author(ActorId.of("otto"), "test", "test"),
                            "the mill grows");
            assertThat(world.sealer().seal().orElseThrow().size()).isGreaterThan(size);
            long begun = System.nanoTime();
            round.close();
            Duration taken = Duration.ofNanos(System.nanoTime() - begun);
            assertThat(taken).isLessThan(Duration.ofSeconds(5));
            assertThat(mailing.mailed().failures()).isZero();
        }
    }

    @Test
    void the_page_of_what_is_proven_tells_how_the_mailing_stands() {
        try (ApiPlant plant = ApiPlant.stocked()) {
            ApiClient remy = plant.person("remy", Role.QUALITY);
            assertThat(remy.get("/proven").body()).contains("Checkpoints are not mailed");
            var unused = plant.world.sealer().seal();
            office.answering("MAIL", "451 <b>full</b>");
            Mailing mailing = mailing(plant.world);
            assertThat(remy.get("/proven").body()).contains("Nothing yet", "Once in 1 day");
            mailing.step();
            assertThat(remy.get("/proven").body())
                    .contains("1 attempt to mail a checkpoint has failed")
                    .contains("the server says to MAIL: 451 &lt;b&gt;full&lt;/b&gt;")
                    .contains("inspector@state.example")
                    .contains("Nothing yet");
            office.asUsual();
            Mailing anew = mailing(plant.world);
            anew.step();
            assertThat(remy.get("/proven").body())
                    .doesNotContain("Nothing yet", "attempt to mail")
                    .contains("of " + plant.world.journal().sealed().size() + " entries");
        }
    }

    private World sealing(Database database, SealingKey key) {
        DatabaseClock clock = new DatabaseClock(database.app());
        Copies copies = new Copies(folder.resolve("checkpoints"));
        World world = World.open(
                database,
                clock,
                new SecureRandom(),
                new Sealer(database.sealer(), clock, key, Optional.of(copies)));
        var unused = Mill.found(world);
        var sealed = world.sealer().seal();
        return world;
    }

    private Mailing mailing(World world) {
        Map<String, String> told = Map.of(
                "STEMMA_MAIL_HOST", "localhost",
                "STEMMA_MAIL_PORT", Integer.toString(office.port()),
                "STEMMA_MAIL_TLS", "none",
                "STEMMA_MAIL_FROM", "stemma@plant.example",
                "STEMMA_MAIL_TO", "inspector@state.example");
        return MailChoice.of(new Options(List.of(), Map.of(), told))
                .orElseThrow()
                .mailing(world, folder);
    }

    private Path exported(World world, Database database, SealingKey key) throws IOException {
        Path file = folder.resolve("archive.zip");
        Files.deleteIfExists(file);
        List<VerifyingKey> keys = List.of(key.verifying());
        var unused = new Archive(database, Restore.TABLES, Restore.ON_TOP, Restore.STATED)
                .export(world.journal(), world.sealer(), key, keys, file);
        return file;
    }

    private static int verified(Path archive, Path checkpoint) {
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), true, UTF_8);
        return Verify.run(
                List.of(archive.toString(), "--checkpoint", checkpoint.toString()),
                nowhere,
                nowhere);
    }
}
