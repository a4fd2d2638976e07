package stemma.journal;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The mail with a checkpoint (RFC 5322): its text is the note and nothing else, so that it can be
 * saved as the file. Sent again it bears the same id, by which mail programs know it. The header is
 * made of addresses, numbers and moments alone: nothing in it can end a line.
 */
record CheckpointMail(Checkpoint checkpoint, MailAddress from, List<MailAddress> to, Instant at) {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, d MMM uuuu HH:mm:ss '+0000'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private static final int ROOT_BYTES = 16;

    CheckpointMail {
        to = List.copyOf(to);
    }

    String id() {
        String root = HexFormat.of().formatHex(checkpoint.root(), 0, ROOT_BYTES);
        return "<" + kind() + "." + checkpoint.size() + "." + root + "@" + from.domain() + ">";
    }

    /**
     * Returns it as it is sent, as it reads where the server takes bytes of eight bits, else in
     * base64. Never in quoted-printable, which reads like a note and is none.
     */
    byte[] bytes(boolean inEightBits) {
        ByteArrayOutputStream mail = new ByteArrayOutputStream();
        mail.writeBytes(lines(header(inEightBits ? "8bit" : "base64")).getBytes(US_ASCII));
        byte[] text = lines(checkpoint.note()).getBytes(UTF_8);
        mail.writeBytes(inEightBits ? text : lines(encoded(text) + "\n").getBytes(US_ASCII));
        return mail.toByteArray();
    }

    private String header(String encoding) {
        String all = to.stream().map(MailAddress::text).collect(Collectors.joining(",\n "));
        return "Date: " + DATE.format(at) + "\n"
                + "From: " + from + "\n"
                + "To: " + all + "\n"
                + "Message-ID: " + id() + "\n"
                + "Subject: Stemma " + kind() + " of " + checkpoint.size() + " entries, "
                + checkpoint.at().truncatedTo(ChronoUnit.SECONDS) + "\n"
                + "Auto-Submitted: auto-generated\n"
                + "MIME-Version: 1.0\n"
                + "Content-Type: text/plain; charset=utf-8\n"
                + "Content-Transfer-Encoding: " + encoding + "\n\n";
    }

    private String kind() {
        return checkpoint.handover().isPresent() ? "handover" : "checkpoint";
    }

    private static String encoded(byte[] text) {
        return Base64.getMimeEncoder(76, new byte[] {'\n'}).encodeToString(text);
    }

    private static String lines(String text) {
        return text.replace("\n", "\r\n");
    }
}
