package stemma.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.activation.DataHandler;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.util.ByteArrayDataSource;

import org.eclipse.angus.mail.smtp.SMTPMessage;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

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
    SMTPMessage message(Session session, boolean inEightBits) throws MessagingException {
        SMTPMessage mail = new SMTPMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", id());
            }
        };
        mail.setHeader("Date", DATE.format(at));
        mail.setFrom(address(from));
        mail.setRecipients(
                RecipientType.TO,
                to.stream().map(CheckpointMail::address).toArray(InternetAddress[]::new));
        mail.setSubject("Stemma " + kind() + " of " + checkpoint.size() + " entries, "
                + checkpoint.at().truncatedTo(ChronoUnit.SECONDS));
        mail.setHeader("Auto-Submitted", "auto-generated");
        byte[] text = checkpoint.note().replace("\n", "\r\n").getBytes(UTF_8);
        // Bytes, not text: so nothing on the class path is asked how to write them.
        mail.setDataHandler(
                new DataHandler(new ByteArrayDataSource(text, "text/plain; charset=utf-8")));
        mail.setHeader("Content-Transfer-Encoding", inEightBits ? "8bit" : "base64");
        if (inEightBits) mail.setMailExtension("BODY=8BITMIME");
        mail.saveChanges();
        return mail;
    }

    private String kind() {
        return checkpoint.handover().isPresent() ? "handover" : "checkpoint";
    }

    private static InternetAddress address(MailAddress address) {
        InternetAddress plain = new InternetAddress();
        plain.setAddress(address.text());
        return plain;
    }
}
