package stemma.journal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * One conversation with a mail server by SMTP (RFC 5321), from its greeting to good-bye. It waits a
 * minute at most for an answer and five for all of them, and reads no more of one than a server has
 * reason to say.
 */
final class MailConversation implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration WHOLE = Duration.ofMinutes(5);
    private static final int LONGEST_LINE = 2_000;
    private static final int MOST_LINES = 100;
    private static final Pattern LINE = Pattern.compile("(?<code>[2-5]\\d\\d)(?<more>[ -].*)?");

    private final MailServer server;
    private final SSLSocketFactory trust;
    private final long end = System.nanoTime() + WHOLE.toNanos();
    private Socket socket = new Socket();
    private MailReply abilities = new MailReply(0, List.of());
    private List<String> secrets = List.of();

    /** @param trust what opens connections by TLS to servers that are believed */
    MailConversation(MailServer server, SSLSocketFactory trust) {
        this.server = server;
        this.trust = trust;
    }

    /** Greets the server, secured as the plant says, and learns what it can do. */
    void begin() throws IOException, NotMailed {
        int wait = (int) PATIENCE.toMillis();
        socket.connect(new InetSocketAddress(server.host(), server.port()), wait);
        if (server.security() == MailSecurity.TLS) secure();
        requireDone(reply(), "its greeting");
        abilities = asked("EHLO " + myself());
        if (server.security() != MailSecurity.STARTTLS) return;
        if (!abilities.offers("STARTTLS"))
            throw new NotMailed("the server does not offer STARTTLS; nothing is sent in the open");
        asked("STARTTLS");
        secure();
        abilities = asked("EHLO " + myself());
    }

    /** Signs in; of what the server answers only the code is told, for it may say anything back. */
    void signIn(String user, String password) throws IOException, NotMailed {
        String both = encoded("\0" + user + "\0" + password);
        secrets = List.of(both, encoded(password), password);
        MailReply reply;
        if (abilities.signsInBy("PLAIN")) {
            reply = ask("AUTH PLAIN " + both);
        } else if (abilities.signsInBy("LOGIN")) {
            reply = ask("AUTH LOGIN");
            if (reply.isOfClass(3)) reply = ask(encoded(user));
            if (reply.isOfClass(3)) reply = ask(encoded(password));
        } else {
            throw new NotMailed("the server offers no way to sign in by PLAIN or LOGIN");
        }
        if (!reply.isOfClass(2))
            throw new NotMailed("the server does not let the user in (" + reply.code() + ")");
    }

    /**
     * Hands over the mail; returns those to whom the server will not bring it. Throws where it
     * takes it for nobody.
     */
    List<MailAddress> hand(CheckpointMail mail) throws IOException, NotMailed {
        boolean inEightBits = abilities.offers("8BITMIME");
        asked("MAIL FROM:<" + mail.from() + ">" + (inEightBits ? " BODY=8BITMIME" : ""));
        List<MailAddress> refused = new ArrayList<>();
        MailReply last = abilities;
        for (MailAddress one : mail.to()) {
            last = ask("RCPT TO:<" + one + ">");
            if (!last.isOfClass(2)) refused.add(one);
        }
        if (refused.size() == mail.to().size()) requireDone(last, "RCPT TO");
        MailReply waiting = ask("DATA");
        if (!waiting.isOfClass(3)) throw said(waiting, "DATA");
        write(mail.bytes(inEightBits));
        return refused;
    }

    private void write(byte[] mail) throws IOException, NotMailed {
        // A line that begins with a dot gets another, since a dot alone ends the mail.
        String text = new String(mail, ISO_8859_1).replaceAll("(?md)^\\.", "..");
        send((text + ".\r\n").getBytes(ISO_8859_1));
        requireDone(reply(), "the mail");
    }

    /** Leaves without waiting: what the server has taken stays taken, however the two part. */
    @Override
    public void close() throws IOException {
        try (Socket closed = socket) {
            if (closed.isConnected()) send("QUIT\r\n".getBytes(US_ASCII));
        }
    }

    private void secure() throws IOException {
        SSLSocket secured =
                (SSLSocket) trust.createSocket(socket, server.host(), server.port(), true);
        socket = secured;
        SSLParameters whose = secured.getSSLParameters();
        whose.setEndpointIdentificationAlgorithm("HTTPS");
        secured.setSSLParameters(whose);
        secured.setSoTimeout(left());
        secured.startHandshake();
    }

    private String myself() {
        String address = socket.getLocalAddress().getHostAddress().replaceAll("%.*", "");
        boolean isLong = socket.getLocalAddress() instanceof Inet6Address;
        return "[" + (isLong ? "IPv6:" : "") + address + "]";
    }

    private MailReply asked(String command) throws IOException, NotMailed {
        MailReply reply = ask(command);
        requireDone(reply, command.replaceAll("[ :].*", ""));
        return reply;
    }

    private MailReply ask(String command) throws IOException, NotMailed {
        send((command + "\r\n").getBytes(US_ASCII));
        return reply();
    }

    private void requireDone(MailReply reply, String what) throws NotMailed {
        if (!reply.isOfClass(2)) throw said(reply, what);
    }

    private NotMailed said(MailReply reply, String what) {
        boolean isTelling = secrets.stream()
                .anyMatch(secret -> reply.lines().stream().anyMatch(line -> line.contains(secret)));
        return new NotMailed("the server says to " + what + ": "
                + (isTelling ? String.valueOf(reply.code()) : reply.text()));
    }

    private void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    private MailReply reply() throws IOException, NotMailed {
        List<String> lines = new ArrayList<>();
        while (lines.size() < MOST_LINES) {
            var line = LINE.matcher(line());
            if (!line.matches()) break;
            String more = line.group("more") == null ? " " : line.group("more");
            lines.add(more.substring(1));
            if (more.startsWith(" "))
                return new MailReply(Integer.parseInt(line.group("code")), lines);
        }
        throw new NotMailed("what answers at " + server.host() + ":" + server.port()
                + " does not speak as a mail server does");
    }

    // Byte by byte, so that nothing said before TLS is ever read as if it were said within.
    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        InputStream from = socket.getInputStream();
        while (line.size() < LONGEST_LINE) {
            socket.setSoTimeout(left());
            int next = from.read();
            if (next < 0) throw new IOException("the server has hung up");
            if (next == '\n') return line.toString(US_ASCII).stripTrailing();
            line.write(next);
        }
        return "";
    }

    private int left() throws SocketTimeoutException {
        long millis = Duration.ofNanos(end - System.nanoTime()).toMillis();
        if (millis <= 0) throw new SocketTimeoutException("it takes too long");
        return (int) Math.min(millis, PATIENCE.toMillis());
    }

    private static String encoded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }
}
