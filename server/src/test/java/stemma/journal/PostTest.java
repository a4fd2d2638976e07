package stemma.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** A checkpoint goes out by mail to the bit, by TLS or not at all, and takes no secret along. */
class PostTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Checkpoint CHECKPOINT = SealingKey.fresh(".harbour-lane/journal")
            .sign(25_602, Merkle.empty(), NOON.minusSeconds(5));

    private static final MailAddress FROM = new MailAddress("stemma@plant.example");
    private static final MailAddress QUALITY = new MailAddress("quality@plant.example");
    private static final MailAddress INSPECTOR = new MailAddress("inspector@state.example");
    private static final String PASSWORD = "zwölf owls on the quay";
    private static final String BOTH =
            Base64.getEncoder().encodeToString(("\0stemma\0" + PASSWORD).getBytes(UTF_8));

    @TempDir
    static Path folder;

    private static OwnKeys own;
    private static OwnKeys others;
    private final PostOffice office;

    PostTest() throws IOException {
        office = new PostOffice();
    }

    @BeforeAll
    static void keys() throws Exception {
        own = OwnKeys.of("localhost", folder);
        others = OwnKeys.of("mail.other.example", folder);
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void the_text_of_the_mail_is_the_note_to_the_bit() throws Exception {
        assertThat(here().send(CHECKPOINT, NOON)).isEmpty();
        PostOffice.Letter letter = office.letters.getFirst();
        assertThat(letter.to())
                .containsExactly("<quality@plant.example>", "<inspector@state.example>");
        assertThat(header(letter)).isEqualTo("""
                Date: Mon, 2 Mar 2026 12:00:00 +0000
                From: stemma@plant.example
                To: quality@plant.example, inspector@state.example
                Message-ID: <checkpoint.25602.e3b0c44298fc1c149afbf4c8996fb924@plant.example>
                Subject: Stemma checkpoint of 25602 entries, 2026-03-02T11:59:55Z
                MIME-Version: 1.0
                Content-Type: text/plain; charset=utf-8
                Content-Transfer-Encoding: 8bit
                Auto-Submitted: auto-generated
                """);
        assertThat(body(letter).getBytes(ISO_8859_1))
                .isEqualTo(CHECKPOINT.note().replace("\n", "\r\n").getBytes(UTF_8));
        assertThat(office.heard)
                .extracting(PostOffice.Heard::line)
                .contains("MAIL FROM:<stemma@plant.example> BODY=8BITMIME");
    }

    @Test
    void where_only_seven_bits_pass_it_is_encoded_so_that_nothing_is_lost() throws Exception {
        office.offering("SIZE 1000000");
        assertThat(here().send(CHECKPOINT, NOON)).isEmpty();
        PostOffice.Letter letter = office.letters.getFirst();
        assertThat(letter.bytes()).matches("[\\x0d\\x0a\\x20-\\x7e]+");
        assertThat(header(letter)).contains("Content-Transfer-Encoding: base64\n");
        assertThat(new String(Base64.getMimeDecoder().decode(body(letter)), UTF_8))
                .isEqualTo(CHECKPOINT.note().replace("\n", "\r\n"));
    }

    @Test
    void sent_again_it_bears_the_same_id_and_another_checkpoint_bears_another() {
        var first = new CheckpointMail(CHECKPOINT, FROM, List.of(QUALITY), NOON);
        var again = new CheckpointMail(CHECKPOINT, FROM, List.of(INSPECTOR), NOON.plusSeconds(60));
        assertThat(again.id()).isEqualTo(first.id());
        Checkpoint forked = SealingKey.fresh("x").sign(25_602, new byte[32], NOON);
        assertThat(new CheckpointMail(forked, FROM, List.of(QUALITY), NOON).id())
                .isNotEqualTo(first.id());
    }

    @Test
    void by_starttls_nothing_but_the_greeting_is_said_in_the_open() throws Exception {
        office.offering("STARTTLS", "8BITMIME", "AUTH LOGIN PLAIN").securedBy(own.server());
        assertThat(away(MailSecurity.STARTTLS, own).send(CHECKPOINT, NOON)).isEmpty();
        assertThat(office.letters).hasSize(1);
        assertThat(office.heard)
                .filteredOn(heard -> !heard.isSecured())
                .extracting(heard -> heard.line().split(" ")[0])
                .containsExactly("EHLO", "STARTTLS");
        assertThat(office.heard).contains(new PostOffice.Heard("AUTH PLAIN " + BOTH, true));
    }

    @Test
    void by_tls_from_the_first_byte_one_signs_in_with_login_too() throws Exception {
        office.offering("AUTH=LOGIN").securedAtOnceBy(own.server());
        assertThat(away(MailSecurity.TLS, own).send(CHECKPOINT, NOON)).isEmpty();
        assertThat(office.heard).allMatch(PostOffice.Heard::isSecured);
        assertThat(office.heard)
                .extracting(PostOffice.Heard::line)
                .contains("AUTH LOGIN", "c3RlbW1h");
    }

    @Test
    void a_server_without_starttls_gets_neither_password_nor_mail() {
        office.offering("AUTH PLAIN");
        refused(away(MailSecurity.STARTTLS, own), "does not offer STARTTLS");
        assertThat(office.heard).noneMatch(heard -> heard.line().startsWith("AUTH"));
        assertThat(office.letters).isEmpty();
    }

    @Test
    void a_server_that_nobody_vouches_for_or_that_is_another_gets_neither() {
        office.offering("STARTTLS", "AUTH PLAIN").securedBy(own.server());
        refused(away(MailSecurity.STARTTLS, Optional.empty()), "no TLS with the server");
        refused(away(MailSecurity.STARTTLS, others), "no TLS with the server");
        office.securedBy(others.server());
        refused(away(MailSecurity.STARTTLS, others), "no TLS with the server");
        assertThat(office.heard).noneMatch(heard -> heard.line().startsWith("AUTH"));
        assertThat(office.letters).isEmpty();
    }

    @Test
    void what_is_said_before_tls_is_not_taken_as_said_within() throws Exception {
        office.offering("STARTTLS", "AUTH PLAIN").securedBy(own.server());
        office.answering("STARTTLS", "220 go on\r\n250-evil\r\n250-8BITMIME\r\n250 AUTH LOGIN");
        assertThat(away(MailSecurity.STARTTLS, own).send(CHECKPOINT, NOON)).isEmpty();
        assertThat(office.heard)
                .filteredOn(PostOffice.Heard::isSecured)
                .extracting(PostOffice.Heard::line)
                .startsWith("EHLO [127.0.0.1]", "AUTH PLAIN " + BOTH)
                .contains("MAIL FROM:<stemma@plant.example>");
    }

    @Test
    void a_server_that_does_not_offer_to_sign_in_gets_no_mail() {
        office.offering("STARTTLS").securedBy(own.server());
        refused(away(MailSecurity.STARTTLS, own), "offers no way to sign in");
        office.offering("STARTTLS", "AUTH NTLM DIGEST-MD5 XOAUTH2");
        refused(away(MailSecurity.STARTTLS, own), "offers no way to sign in");
        assertThat(office.letters).isEmpty();
    }

    @Test
    void by_tls_from_the_first_byte_a_server_is_vouched_for_by_the_chosen_ones_alone() {
        office.offering("AUTH PLAIN").securedAtOnceBy(own.server());
        refused(away(MailSecurity.TLS, Optional.empty()), "no TLS with the server");
        refused(away(MailSecurity.TLS, others), "no TLS with the server");
        office.securedBy(others.server());
        refused(away(MailSecurity.TLS, others), "no TLS with the server");
        assertThat(office.heard).isEmpty();
    }

    @Test
    void a_server_that_says_nothing_is_left_after_a_while() {
        office.answering("EHLO", "");
        MailServer server = new MailServer(
                "localhost", office.port(), MailSecurity.NONE, Optional.empty(), Optional.empty());
        refused(
                new Post(server, FROM, List.of(QUALITY), Duration.ofMillis(300)),
                "localhost:" + office.port() + " is too slow");
    }

    @ParameterizedTest
    @ValueSource(strings = {"AUTH", "MAIL", "RCPT", "DATA", "."})
    void what_the_server_says_back_of_the_password_is_not_told(String command) {
        office.offering("STARTTLS", "AUTH PLAIN").securedBy(own.server());
        office.answering(command, "550 no: ECHO " + BOTH + " " + PASSWORD);
        assertThatThrownBy(() -> away(MailSecurity.STARTTLS, own).send(CHECKPOINT, NOON))
                .isInstanceOf(NotMailed.class)
                .hasMessageContaining("550")
                .satisfies(told -> assertThat(told.getMessage())
                        .doesNotContain(BOTH)
                        .doesNotContain(BOTH.substring(0, 12))
                        .doesNotContain("owls"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            greeting | 554 go away          | the server says at the beginning: 554 go away
            HELO     | 502 no               | the server says at the beginning: 502 no
            MAIL     | 451 try later        | the server says to MAIL: 451 try later
            RCPT     | 550 who              | the server says to RCPT TO: 550 who
            DATA     | 503 no               | the server says to DATA: 503 no
            .        | 552 too big          | the server says to the mail: 552 too big
            greeting | HTTP/1.1 400 Bad     | does not speak as a mail server does
            EHLO     | 250-a                | says more than a mail server has to say
            """)
    void what_the_server_refuses_is_told(String command, String answer, String told) {
        if (command.equals("HELO")) office.answering("EHLO", answer);
        office.answering(command, answer.endsWith("-a") ? "250-a\r\n".repeat(50_000) : answer);
        refused(here(), told);
        assertThat(office.letters.size()).isEqualTo(command.equals(".") ? 1 : 0);
    }

    @Test
    void one_to_whom_it_is_not_brought_is_named_and_the_others_get_it() throws Exception {
        office.answering("RCPT TO:<quality@plant.example>", "550 who");
        assertThat(here().send(CHECKPOINT, NOON)).containsExactly(QUALITY);
        assertThat(office.letters.getFirst().to()).containsExactly("<inspector@state.example>");
    }

    @Test
    void a_server_that_is_not_there_is_named() throws IOException {
        int free;
        try (ServerSocket door = new ServerSocket(0)) {
            free = door.getLocalPort();
        }
        MailServer none = new MailServer(
                "localhost", free, MailSecurity.NONE, Optional.empty(), Optional.empty());
        refused(new Post(none, FROM, List.of(QUALITY)), "localhost:" + free);
    }

    @Test
    void without_a_password_in_its_file_nobody_signs_in() throws Exception {
        office.offering("STARTTLS", "AUTH PLAIN").securedBy(own.server());
        Post post = away(MailSecurity.STARTTLS, own);
        Files.writeString(folder.resolve("password"), "\n");
        refused(post, "the file of the password is empty");
        Files.delete(folder.resolve("password"));
        refused(post, "the file of the password cannot be read");
        assertThat(office.letters).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@b.example\r\nBcc: c@d.example",
                "a@b.example\nRCPT TO:<c@d.example>",
                "a@b.example, c@d.example",
                "a@b.example>",
                "Ada <a@b.example>",
                "\"a\r\nb\"@c.example",
                "a b@c.example",
                "a@b.example ",
                "ä@b.example",
                "a@-b.example",
                "a@[127.0.0.1]",
                "@b.example",
                "a@",
                ""
            })
    void an_address_can_bring_nothing_else_into_the_header(String text) {
        assertThatThrownBy(() -> new MailAddress(text))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private void refused(Post post, String told) {
        assertThatThrownBy(() -> post.send(CHECKPOINT, NOON))
                .isInstanceOf(NotMailed.class)
                .hasMessageContaining(told);
    }

    private Post here() {
        return post(MailSecurity.NONE, Optional.empty(), Optional.empty());
    }

    private Post away(MailSecurity security, OwnKeys trusted) {
        return away(security, Optional.of(trusted.certificate()));
    }

    private Post away(MailSecurity security, Optional<Path> trusted) {
        try {
            Path file = Files.writeString(folder.resolve("password"), PASSWORD + "\n");
            return post(security, Optional.of(new MailServer.Login("stemma", file)), trusted);
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private Post post(
            MailSecurity security, Optional<MailServer.Login> login, Optional<Path> trusted) {
        MailServer server = new MailServer("localhost", office.port(), security, login, trusted);
        return new Post(server, FROM, List.of(QUALITY, INSPECTOR));
    }

    private static String header(PostOffice.Letter letter) {
        return letter.bytes()
                .substring(0, letter.bytes().indexOf("\r\n\r\n") + 2)
                .replace("\r\n", "\n");
    }

    private static String body(PostOffice.Letter letter) {
        return letter.bytes().substring(letter.bytes().indexOf("\r\n\r\n") + 4);
    }
}
