package stemma;

import stemma.database.DatabaseRefused;
import stemma.journal.Journal;
import stemma.journal.MailAddress;
import stemma.journal.MailSecurity;
import stemma.journal.MailServer;
import stemma.journal.Mailing;
import stemma.journal.Post;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Whether checkpoints are mailed, by which server, to whom and how often; not unless told. */
record MailChoice(Post post, Duration every) {
    private static final String HOST = "mail-host";
    private static final List<String> OTHERS = List.of(
            "mail-port",
            "mail-tls",
            "mail-user",
            "mail-password-file",
            "mail-trust",
            "mail-from",
            "mail-to",
            "mail-every");

    private static final Pattern EVERY = Pattern.compile("([1-9]\\d{0,3}) ?([mhd])");
    private static final Duration LONGEST = Duration.ofDays(31);

    /** Reads the choice; what is told wrongly is refused, so that nobody relies on it in vain. */
    static Optional<MailChoice> of(Options options) {
        Optional<String> host = options.setting(HOST);
        if (host.isEmpty()) {
            for (String other : OTHERS)
                if (options.setting(other).isPresent())
                    throw wrong(HOST, "must be set, because " + named(other) + " is");
            return Optional.empty();
        }
        MailAddress from = options.setting("mail-from")
                .map(text -> read("mail-from", text, MailAddress::new))
                .orElseThrow(() -> wrong("mail-from", "must be set, the address mail comes from"));
        List<MailAddress> to = options.setting("mail-to").stream()
                .flatMap(text -> Stream.of(text.split(",", -1)))
                .map(text -> read("mail-to", text.strip(), MailAddress::new))
                .toList();
        if (to.isEmpty()) throw wrong("mail-to", "must be set, addresses with commas between");
        Duration every = every(options.setting("mail-every").orElse("1d"));
        return Optional.of(new MailChoice(new Post(server(host.get(), options), from, to), every));
    }

    /** Returns what mails the checkpoints of a server, which keeps its files in the folder. */
    Mailing mailing(World world, Path data) {
        Journal journal = world.journal();
        Mailing mailing = new Mailing(
                post,
                every,
                () -> journal.checkpointCovering(journal.sealed().size()),
                journal::handovers,
                world.clock(),
                data.resolve("mailing.txt"));
        journal.mailedBy(mailing);
        return mailing;
    }

    private static MailServer server(String host, Options options) {
        MailSecurity security = options.setting("mail-tls")
                .map(text -> read("mail-tls", text, MailChoice::security))
                .orElse(MailSecurity.STARTTLS);
        int port = options.setting("mail-port")
                .map(text -> read("mail-port", text, MailChoice::port))
                .orElse(security.port());
        if (security == MailSecurity.NONE && !MailServer.isHere(host))
            throw new DatabaseRefused(
                    "mail_not_encrypted",
                    "STEMMA_MAIL_TLS may be none for a mail server on this machine only: give"
                            + " starttls or tls.");
        Optional<MailServer.Login> login = login(options);
        Optional<Path> trusted =
                options.setting("mail-trust").map(text -> file("mail-trust", text));
        return read(HOST, host, text -> new MailServer(text, port, security, login, trusted));
    }

    private static Optional<MailServer.Login> login(Options options) {
        Optional<String> user = options.setting("mail-user");
        Optional<Path> password =
                options.setting("mail-password-file").map(text -> file("mail-password-file", text));
        if (user.isPresent() != password.isPresent())
            throw wrong("mail-user", "and STEMMA_MAIL_PASSWORD_FILE are set both or not at all");
        return user.flatMap(one -> password.map(file -> new MailServer.Login(one, file)));
    }

    private static MailSecurity security(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "starttls" -> MailSecurity.STARTTLS;
            case "tls" -> MailSecurity.TLS;
            case "none" -> MailSecurity.NONE;
            default -> throw new IllegalArgumentException("give starttls, tls or none");
        };
    }

    private static int port(String text) {
        if (!text.matches("[1-9]\\d{0,4}"))
            throw new IllegalArgumentException("a port is a number from 1 to 65535");
        return Integer.parseInt(text);
    }

    private static Duration every(String text) {
        Matcher parts = EVERY.matcher(text);
        if (!parts.matches()) throw wrong("mail-every", "is a number with m, h or d, such as 12h");
        long number = Long.parseLong(parts.group(1));
        Duration every = switch (parts.group(2)) {
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
        if (every.compareTo(LONGEST) > 0) throw wrong("mail-every", "is 31d at most");
        return every;
    }

    private static Path file(String setting, String text) {
        Path file = Path.of(text).toAbsolutePath();
        if (Files.isReadable(file) && !Files.isDirectory(file)) return file;
        throw new DatabaseRefused(
                "mail_file_unreadable",
                named(setting) + " names " + text + ", which cannot be read.");
    }

    private static <T> T read(String setting, String text, Function<String, T> reading) {
        try {
            return reading.apply(text);
        } catch (IllegalArgumentException malformed) {
            throw new DatabaseRefused(
                    "mail_setting_wrong",
                    named(setting) + " is set wrongly: " + malformed.getMessage() + ".",
                    malformed);
        }
    }

    private static DatabaseRefused wrong(String setting, String sentence) {
        return new DatabaseRefused("mail_setting_wrong", named(setting) + " " + sentence + ".");
    }

    private static String named(String setting) {
        return "STEMMA_" + setting.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
