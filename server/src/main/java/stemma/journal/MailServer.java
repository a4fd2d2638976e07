package stemma.journal;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The server to which mail is given.
 *
 * @param login with what one signs in there, where one must
 * @param trusted a file of the certificates that are believed instead of those that Java believes
 */
public record MailServer(
        String host,
        int port,
        MailSecurity security,
        Optional<Login> login,
        Optional<Path> trusted) {
    private static final Pattern HERE =
            Pattern.compile("localhost|127(\\.\\d{1,3}){3}|::1", Pattern.CASE_INSENSITIVE);

    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.:_-]+");
    private static final int LAST_PORT = 65_535;

    /** A user, and the file whose first line is the password; read anew for each mail. */
    public record Login(String user, Path password) {}

    public MailServer {
        if (!HOST.matcher(host).matches())
            throw new IllegalArgumentException("a host looks like mail.example.com");
        if (port < 1 || port > LAST_PORT)
            throw new IllegalArgumentException("a port is a number from 1 to 65535");
        if (security == MailSecurity.NONE && !isHere(host))
            throw new IllegalArgumentException("mail leaves this machine by TLS only");
    }

    /** Says whether what is said to the host stays on this machine, whatever a name server says. */
    public static boolean isHere(String host) {
        return HERE.matcher(host).matches();
    }
}
