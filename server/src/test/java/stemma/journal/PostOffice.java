package stemma.journal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;

import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** A mail server on this machine that says what a test tells it to, and keeps what it hears. */
public final class PostOffice implements AutoCloseable {
    /** What was said to it, and whether nobody else could hear it. */
    record Heard(String line, boolean isSecured) {}

    /** A mail as it came over the line, without the dots that the protocol adds. */
    public record Letter(List<String> to, String bytes) {}

    final List<Heard> heard = new CopyOnWriteArrayList<>();
    public final List<Letter> letters = new CopyOnWriteArrayList<>();
    public final CountDownLatch silent = new CountDownLatch(1);
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final ServerSocket door;
    private final List<Socket> guests = new CopyOnWriteArrayList<>();
    private List<String> abilities = List.of("8BITMIME");
    private SSLSocketFactory secured;
    private boolean isSecuredAtOnce;

    public PostOffice() throws IOException {
        door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::receive);
    }

    public int port() {
        return door.getLocalPort();
    }

    PostOffice offering(String... abilities) {
        this.abilities = List.of(abilities);
        return this;
    }

    PostOffice securedBy(SSLSocketFactory keys) {
        secured = keys;
        return this;
    }

    PostOffice securedAtOnceBy(SSLSocketFactory keys) {
        isSecuredAtOnce = true;
        return securedBy(keys);
    }

    /** Answers a command that begins so by that; by nothing at all where the answer is empty. */
    public PostOffice answering(String command, String answer) {
        answers.put(command, answer);
        return this;
    }

    public PostOffice asUsual() {
        answers.clear();
        return this;
    }

    @Override
    public void close() {
        try {
            door.close();
            for (Socket guest : guests) guest.close();
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void receive() {
        while (!door.isClosed()) {
            try {
                Socket guest = door.accept();
                guests.add(guest);
                Thread.ofVirtual().start(() -> serve(guest));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket guest) {
        try (guest) {
            Socket now = isSecuredAtOnce ? secure(guest) : guest;
            if (say(now, "greeting", "220 here")) converse(now);
        } catch (IOException gone) {
            return;
        }
    }

    private void converse(Socket first) throws IOException {
        Socket guest = first;
        List<String> to = new CopyOnWriteArrayList<>();
        for (String line = line(guest); line != null; line = line(guest)) {
            heard.add(new Heard(line, guest instanceof SSLSocket));
            boolean isUsual = !answers.containsKey(line);
            if (line.startsWith("RCPT TO:") && isUsual) to.add(line.substring(8));
            if (!say(guest, line, usual(line))) return;
            if (line.equals("STARTTLS") && answers.getOrDefault(line, "220").startsWith("220"))
                guest = secure(guest);
            if (line.equals("DATA") && isUsual) {
                letters.add(new Letter(List.copyOf(to), letter(guest)));
                if (!say(guest, ".", "250 taken")) return;
            }
            if (line.equals("QUIT")) return;
        }
    }

    private String usual(String line) {
        return switch (line.split("[ :]")[0]) {
            case "EHLO", "HELO" ->
                "250-here\r\n"
                        + abilities.stream()
                                .map(one -> "250-" + one + "\r\n")
                                .collect(Collectors.joining())
                        + "250 HELP";
            case "STARTTLS" -> "220 go on";
            case "AUTH" -> line.equals("AUTH LOGIN") ? "334 VXNlcm5hbWU6" : "235 welcome";
            case "DATA" -> "354 go on";
            case "MAIL", "RCPT" -> "250 well";
            case "QUIT" -> "221 bye";
            default -> line.equals("c3RlbW1h") ? "334 UGFzc3dvcmQ6" : "235 welcome";
        };
    }

    private boolean say(Socket guest, String command, String usual) throws IOException {
        String answer = answers.entrySet().stream()
                .filter(one -> command.startsWith(one.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(usual);
        if (answer.isEmpty()) {
            silent.countDown();
            return guest.getInputStream().read() < 0 && false;
        }
        OutputStream to = guest.getOutputStream();
        to.write((answer.replace("ECHO", command) + "\r\n").getBytes(ISO_8859_1));
        to.flush();
        return true;
    }

    private Socket secure(Socket guest) throws IOException {
        SSLSocket inside = (SSLSocket) secured.createSocket(guest, null, guest.getPort(), true);
        inside.setUseClientMode(false);
        inside.startHandshake();
        return inside;
    }

    private static String letter(Socket guest) throws IOException {
        StringBuilder letter = new StringBuilder();
        for (String line = line(guest); !line.equals("."); line = line(guest))
            letter.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
        return letter.toString();
    }

    /** Reads a line that ends as mail demands, by both signs. */
    private static String line(Socket guest) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        InputStream from = guest.getInputStream();
        for (int next = from.read(); next >= 0; next = from.read()) {
            line.write(next);
            String so = line.toString(ISO_8859_1);
            if (so.endsWith("\r\n")) return so.substring(0, so.length() - 2);
        }
        return null;
    }
}
