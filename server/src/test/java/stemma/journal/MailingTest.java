package stemma.journal;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** When a checkpoint is mailed, and what becomes of it where the server fails. */
class MailingTest {
    private static final SealingKey KEY = SealingKey.fresh("harbour-lane/journal");
    private static final Duration HOUR = Duration.ofHours(1);

    @TempDir
    Path folder;

    private final PostOffice office;
    private final ListAppender<ILoggingEvent> said = new ListAppender<>();
    private final Logger log = (Logger) LoggerFactory.getLogger(Mailing.class);
    private Instant now = Instant.parse("2026-03-02T12:00:00Z");
    private Optional<Checkpoint> newest = Optional.empty();
    private List<Checkpoint> handovers = List.of();
    private Mailing mailing;

    MailingTest() throws IOException {
        office = new PostOffice();
    }

    @BeforeEach
    void begin() {
        said.start();
        log.addAppender(said);
        log.setAdditive(false);
        mailing = started();
    }

    @AfterEach
    void close() {
        log.detachAppender(said);
        log.setAdditive(true);
        office.close();
    }

    @Test
    void the_newest_is_mailed_once_in_an_interval() {
        mailing.step();
        assertThat(office.letters).isEmpty();
        sealed(10);
        mailing.step();
        assertThat(sizes()).containsExactly("10");
        assertThat(mailing.mailed().last()).contains(new Mailed.Sent(10, now));
        sealed(11);
        after(HOUR.minusSeconds(1));
        sealed(12);
        after(Duration.ofSeconds(1));
        assertThat(sizes()).containsExactly("10", "12");
    }

    @Test
    void what_was_mailed_is_not_mailed_again_and_a_new_one_does_not_wait_then() {
        sealed(10);
        mailing.step();
        after(HOUR);
        after(HOUR);
        assertThat(sizes()).containsExactly("10");
        sealed(11);
        after(Duration.ofSeconds(5));
        assertThat(sizes()).containsExactly("10", "11");
    }

    @Test
    void a_server_that_fails_is_asked_again_after_pauses_that_grow() {
        sealed(10);
        office.answering("MAIL", "451 full");
        mailing.step();
        Mailed failed = mailing.mailed();
        assertThat(failed.failures()).isEqualTo(1);
        assertThat(failed.wrong()).contains("the server says to MAIL: 451 full");
        assertThat(failed.next()).contains(now.plusSeconds(60));
        assertThat(failed.last()).isEmpty();
        after(Duration.ofSeconds(59));
        assertThat(mailing.mailed().failures()).isEqualTo(1);
        after(Duration.ofSeconds(1));
        assertThat(mailing.mailed().failures()).isEqualTo(2);
        assertThat(mailing.mailed().next()).contains(now.plusSeconds(120));
        assertThat(said.list)
                .hasSize(2)
                .allSatisfy(line -> assertThat(line.getFormattedMessage())
                        .contains("10 entries is not mailed", "451 full"));
        sealed(11);
        office.asUsual();
        after(Duration.ofSeconds(120));
        assertThat(sizes()).containsExactly("11");
        assertThat(mailing.mailed().wrong()).isEmpty();
        assertThat(mailing.mailed().failures()).isZero();
        sealed(12);
        after(Duration.ofSeconds(120));
        assertThat(sizes()).containsExactly("11");
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 2", "3, 4", "6, 32", "7, 60", "8, 60", "2000000000, 60"})
    void pauses_grow_to_an_hour(int failures, long minutes) {
        assertThat(Mailing.pause(failures)).isEqualTo(Duration.ofMinutes(minutes));
    }

    @Test
    void one_to_whom_it_is_not_brought_is_told_and_the_others_have_it() {
        sealed(10);
        mailing = new Mailing(
                post("a@plant.example", "b@plant.example"),
                HOUR,
                () -> newest,
                () -> handovers,
                () -> now,
                folder.resolve("mailing.txt"));
        office.answering("RCPT TO:<a@plant.example>", "550 who");
        mailing.step();
        assertThat(sizes()).containsExactly("10");
        assertThat(mailing.mailed().failures()).isZero();
        assertThat(mailing.mailed().next()).isEmpty();
        assertThat(mailing.mailed().wrong())
                .contains("the server does not bring it to a@plant.example");
        assertThat(said.list.getLast().getFormattedMessage()).contains("a@plant.example");
    }

    @Test
    void a_server_started_anew_goes_on_where_it_was() {
        sealed(10);
        mailing.step();
        sealed(11);
        mailing = started();
        after(Duration.ofMinutes(59));
        assertThat(sizes()).containsExactly("10");
        after(Duration.ofMinutes(1));
        assertThat(sizes()).containsExactly("10", "11");
    }

    @Test
    void a_key_that_was_handed_on_is_mailed_at_the_next_start() {
        sealed(10);
        mailing.step();
        SealingKey next = SealingKey.fresh("harbour-lane/journal");
        handovers = List.of(handover(KEY, 5, next), handover(KEY, 12, next));
        sealed(13);
        mailing = started();
        office.answering("MAIL", "451 full");
        mailing.step();
        office.asUsual();
        after(Duration.ofMinutes(1));
        assertThat(sizes()).containsExactly("10", "12");
        assertThat(office.letters.getLast().bytes())
                .contains("Subject: Stemma handover of 12 entries", "\r\nfrom ", "\r\nto ");
        after(Duration.ofMinutes(59));
        assertThat(sizes()).containsExactly("10", "12");
        after(Duration.ofMinutes(1));
        assertThat(sizes()).containsExactly("10", "12", "13");
    }

    @Test
    void who_never_had_a_checkpoint_gets_the_newest_and_no_handover_before_it() {
        handovers = List.of(handover(KEY, 5, SealingKey.fresh("harbour-lane/journal")));
        sealed(13);
        mailing.step();
        after(HOUR);
        assertThat(sizes()).containsExactly("13");
    }

    @Test
    void a_clock_that_was_set_back_does_not_lengthen_a_pause() {
        sealed(10);
        office.answering("MAIL", "451 full");
        mailing.step();
        office.asUsual();
        now = now.minus(Duration.ofDays(400));
        mailing.step();
        assertThat(sizes()).containsExactly("10");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ten noon", "10 2026-99-99T00:00:00Z", "-1 x"})
    void a_file_that_says_nothing_costs_one_mail_more(String text) throws IOException {
        Files.writeString(folder.resolve("mailing.txt"), text);
        mailing = started();
        sealed(10);
        mailing.step();
        assertThat(sizes()).containsExactly("10");
    }

    @Test
    void a_clock_that_was_set_back_does_not_stop_it() {
        sealed(10);
        mailing.step();
        sealed(11);
        now = now.minus(Duration.ofDays(400));
        mailing.step();
        assertThat(sizes()).containsExactly("10", "11");
    }

    @Test
    void how_it_stands_is_told_while_the_server_says_nothing() throws Exception {
        sealed(10);
        office.answering("EHLO", "");
        Thread step = Thread.ofVirtual().start(mailing::step);
        office.silent.await();
        assertThat(mailing.mailed().failures()).isZero();
        office.close();
        step.join();
        assertThat(mailing.mailed().failures()).isEqualTo(1);
        assertThat(mailing.mailed().wrong().orElseThrow()).contains("localhost:");
    }

    private Mailing started() {
        return new Mailing(
                post("quality@plant.example"),
                HOUR,
                () -> newest,
                () -> handovers,
                () -> now,
                folder.resolve("mailing.txt"));
    }

    private Post post(String... to) {
        MailServer here = new MailServer(
                "localhost", office.port(), MailSecurity.NONE, Optional.empty(), Optional.empty());
        return new Post(
                here,
                new MailAddress("stemma@plant.example"),
                List.of(to).stream().map(MailAddress::new).toList());
    }

    private Checkpoint handover(SealingKey from, long size, SealingKey to) {
        return from.handOver(to, size, Merkle.empty(), now);
    }

    private void sealed(long size) {
        newest = Optional.of(KEY.sign(size, Merkle.empty(), now));
    }

    private void after(Duration passed) {
        now = now.plus(passed);
        mailing.step();
    }

    private List<String> sizes() {
        return office.letters.stream()
                .map(PostOffice.Letter::bytes)
                .map(bytes -> bytes.replaceAll("(?s).*<[a-z]+\\.(\\d+)\\..*", "$1"))
                .toList();
    }
}
