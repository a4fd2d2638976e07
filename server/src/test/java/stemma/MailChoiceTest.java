package stemma;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import stemma.database.DatabaseRefused;
import stemma.journal.MailAddress;
import stemma.journal.MailSecurity;
import stemma.journal.MailServer;
import stemma.journal.Post;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Mail is off unless told, and what is told wrongly is refused before anybody relies on it. */
class MailChoiceTest {
    private static final Map<String, String> TOLD = Map.of(
            "STEMMA_MAIL_HOST", "mail.plant.example",
            "STEMMA_MAIL_FROM", "stemma@plant.example",
            "STEMMA_MAIL_TO", "quality@plant.example, inspector@state.example");

    @TempDir
    Path folder;

    @Test
    void nothing_is_mailed_unless_told() {
        assertThat(of(Map.of())).isEmpty();
    }

    @Test
    void with_host_and_addresses_it_is_mailed_daily_by_starttls() {
        Post post = new Post(
                new MailServer(
                        "mail.plant.example",
                        587,
                        MailSecurity.STARTTLS,
                        Optional.empty(),
                        Optional.empty()),
                new MailAddress("stemma@plant.example"),
                List.of(
                        new MailAddress("quality@plant.example"),
                        new MailAddress("inspector@state.example")));
        assertThat(of(TOLD))
                .usingRecursiveComparison()
                .isEqualTo(Optional.of(new MailChoice(post, Duration.ofDays(1))));
    }

    @Test
    void all_of_it_may_be_told() throws Exception {
        Path password = Files.writeString(folder.resolve("password"), "secret");
        Path trust = Files.writeString(folder.resolve("own.pem"), "");
        Map<String, String> all = with("STEMMA_MAIL_TLS", "TLS");
        all.put("STEMMA_MAIL_PORT", "2465");
        all.put("STEMMA_MAIL_USER", "stemma");
        all.put("STEMMA_MAIL_PASSWORD_FILE", password.toString());
        all.put("STEMMA_MAIL_TRUST", trust.toString());
        all.put("STEMMA_MAIL_EVERY", "12h");
        Post post = new Post(
                new MailServer(
                        "mail.plant.example",
                        2465,
                        MailSecurity.TLS,
                        Optional.of(new MailServer.Login("stemma", password)),
                        Optional.of(trust)),
                new MailAddress("stemma@plant.example"),
                List.of(
                        new MailAddress("quality@plant.example"),
                        new MailAddress("inspector@state.example")));
        assertThat(of(all))
                .usingRecursiveComparison()
                .isEqualTo(Optional.of(new MailChoice(post, Duration.ofHours(12))));
        assertThat(of(all).toString()).doesNotContain("secret");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            HOST          |                         | mail_setting_wrong
            HOST          | mail plant              | mail_setting_wrong
            HOST          | mail\\r\\nEHLO x        | mail_setting_wrong
            FROM          |                         | mail_setting_wrong
            FROM          | Stemma <a@b.example>    | mail_setting_wrong
            FROM          | a@b.example\\r\\nBcc: c | mail_setting_wrong
            TO            |                         | mail_setting_wrong
            TO            | a@b.example,            | mail_setting_wrong
            TO            | a@b.example\\nBcc: c@d.example | mail_setting_wrong
            PORT          | 0                       | mail_setting_wrong
            PORT          | 65536                   | mail_setting_wrong
            PORT          | smtp                    | mail_setting_wrong
            TLS           | yes                     | mail_setting_wrong
            TLS           | none                    | mail_not_encrypted
            USER          | stemma                  | mail_setting_wrong
            PASSWORD_FILE | /                       | mail_file_unreadable
            PASSWORD_FILE | pom.xml                 | mail_setting_wrong
            TRUST         | nowhere.pem             | mail_file_unreadable
            EVERY         | 0h                      | mail_setting_wrong
            EVERY         | hourly                  | mail_setting_wrong
            EVERY         | 32d                     | mail_setting_wrong
            """)
    void what_is_told_wrongly_is_refused(String setting, String text, String code) {
        String given = text == null ? "" : text.replace("\\r", "\r").replace("\\n", "\n");
        assertThat(org.assertj.core.api.Assertions.catchThrowableOfType(
                        DatabaseRefused.class, () -> of(with("STEMMA_MAIL_" + setting, given))))
                .extracting(DatabaseRefused::code)
                .isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "localhost, true",
        "127.0.0.1, true",
        "127.8.0.1, true",
        "::1, true",
        "LOCALHOST, true",
        "localhost.evil.example, false",
        "127.0.0.1.evil.example, false",
        "10.0.0.1, false",
        "::2, false",
        "evil-localhost, false"
    })
    void only_this_machine_may_do_without_tls(String host, boolean isHere) {
        assertThat(MailServer.isHere(host)).isEqualTo(isHere);
        Map<String, String> open = with("STEMMA_MAIL_TLS", "none");
        open.put("STEMMA_MAIL_HOST", host);
        if (isHere) assertThat(of(open)).isPresent();
        else
            assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> of(open)))
                    .isInstanceOf(DatabaseRefused.class);
    }

    private static Map<String, String> with(String name, String text) {
        Map<String, String> settings = new HashMap<>(TOLD);
        settings.put(name, text);
        return settings;
    }

    private static Optional<MailChoice> of(Map<String, String> environment) {
        return MailChoice.of(new Options(List.of(), Map.of(), environment));
    }
}
