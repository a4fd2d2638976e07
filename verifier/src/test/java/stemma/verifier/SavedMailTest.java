package stemma.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;

/** A checkpoint that came by mail is as good as the file, however the mail was saved. */
class SavedMailTest {
    private static final Kept KEPT = Kept.thousand();
    private static final String NOTE = note(KEPT, 0);
    private static final String HEADER = """
            Received: from mail.example (mail.example [192.0.2.1])
            \tby post.example with ESMTPS; Mon, 23 Nov 2026 16:00:01 +0000
            From: stemma@plant.example
            Subject: Checkpoint
            Content-Type: text/plain; charset=utf-8
            """;

    @TempDir
    Path folder;

    @Test
    void a_note_is_read_as_it_is() {
        assertThat(notes(NOTE)).containsExactly(NOTE);
    }

    @Test
    void a_mail_saved_with_its_header_holds_the_note() {
        assertThat(notes(HEADER + "Content-Transfer-Encoding: 8bit\n\n" + NOTE))
                .containsExactly(NOTE);
        assertThat(notes(HEADER + "\n" + NOTE)).containsExactly(NOTE);
    }

    @Test
    void line_ends_of_windows_and_text_around_it_do_not_matter() {
        String saved = "From: stemma\nSent: today\n\n\n" + NOTE + "\n-- \nThis mail is private.\n";
        assertThat(notes(saved.replace("\n", "\r\n"))).containsExactly(NOTE);
    }

    @Test
    void a_note_in_the_alphabet_of_windows_is_read() {
        byte[] saved = NOTE.getBytes(Charset.forName("windows-1252"));
        assertThat(SavedMail.notes(saved)).containsExactly(NOTE);
    }

    @Test
    void a_mail_that_a_relay_has_encoded_is_decoded() {
        String base64 = Base64.getMimeEncoder().encodeToString(crlf(NOTE).getBytes(UTF_8));
        assertThat(notes(HEADER + "Content-transfer-encoding: BASE64\n\n" + base64 + "\n"))
                .containsExactly(NOTE);
        String quoted = NOTE.replace("=", "=3D").replace("—", "=E2=80=94").replace("+", "=2b");
        String broken = quoted.replaceAll("(?m)^(.{70})", "$1=\n");
        assertThat(broken).isNotEqualTo(quoted);
        String mail = HEADER + "Content-Transfer-Encoding: quoted-printable\n\n" + broken;
        assertThat(notes(crlf(mail))).containsExactly(NOTE);
    }

    @Test
    void every_mail_of_a_mailbox_counts() {
        String second = note(KEPT, 1);
        assertThat(notes("From a\n" + HEADER + "\n" + NOTE + "\nFrom b\n" + HEADER + "\n" + second))
                .containsExactly(NOTE, second);
    }

    @Test
    void the_program_takes_a_saved_mail_for_a_checkpoint() throws IOException {
        String mail = crlf(HEADER + "Content-Transfer-Encoding: 8bit\n\n" + NOTE);
        assertThat(verified(mail)).isEqualTo(Verify.HOLDS);
        int digit = NOTE.indexOf("\ntime ") - 4;
        char other = NOTE.charAt(digit) == 'A' ? 'B' : 'A';
        String forged = NOTE.substring(0, digit) + other + NOTE.substring(digit + 1);
        assertThat(verified(HEADER + "\n" + forged)).isEqualTo(Verify.DOES_NOT_HOLD);
        assertThat(verified(HEADER + "\nNothing is in it.\n")).isEqualTo(Verify.DOES_NOT_HOLD);
    }

    private int verified(String mail) throws IOException {
        Path archive = Files.write(folder.resolve("thousand.zip"), Kept.bytes());
        Path saved = Files.writeString(folder.resolve("mail.eml"), mail);
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), true, UTF_8);
        List<String> words =
                List.of(archive.toString(), "--hashes", "--checkpoint", saved.toString());
        return Verify.run(words, nowhere, nowhere);
    }

    private static List<String> notes(String file) {
        return SavedMail.notes(file.getBytes(UTF_8));
    }

    private static String crlf(String text) {
        return text.replace("\n", "\r\n");
    }

    private static String note(Kept archive, int number) {
        Checkpoint one = Checkpoint.all(new String(archive.file(Verification.CHECKPOINTS), UTF_8))
                .get(number);
        return one.note().text() + "\n" + one.note().signatures().getFirst() + "\n";
    }
}
