package stemma.journal;

import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;

import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

import javax.net.ssl.SSLException;

/** One conversation with a mail server by SMTP, from its greeting to good-bye. */
final class MailConversation {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int LONGEST = 200;
    private static final int CLASS = 100;
    private static final String NOTHING = "[EOF]";

    private final MailServer server;
    private final Optional<PasswordAuthentication> login;
    private final Session session;
    private final SMTPTransport transport;

    /** @param login with what one signs in, read from where it is kept */
    MailConversation(MailServer server, Optional<PasswordAuthentication> login) throws NotMailed {
        this.server = server;
        this.login = login;
        this.session = Session.getInstance(settings());
        this.transport = new SMTPTransport(session, null) {
            // Old servers offer it in this form alone, which the library sees only beside another.
            @Override
            protected boolean supportsAuthentication(String way) {
                return super.supportsAuthentication(way)
                        || way.equals("LOGIN") && supportsExtension("AUTH=LOGIN");
            }
        };
    }

    /**
     * Hands over the mail; returns those to whom the server will not bring it. Throws where it
     * takes it for nobody.
     */
    List<MailAddress> hand(CheckpointMail mail) throws NotMailed {
        try {
            begin();
            return send(mail);
        } finally {
            leave();
        }
    }

    private void begin() throws NotMailed {
        try {
            transport.connect(
                    server.host(),
                    server.port(),
                    login.map(PasswordAuthentication::getUserName).orElse(null),
                    login.map(PasswordAuthentication::getPassword).orElse(null));
        } catch (AuthenticationFailedException refused) {
            throw lost(refused).orElseGet(this::notLetIn);
        } catch (MessagingException failure) {
            throw lost(failure).orElseGet(this::notBegun);
        }
        // The library goes on without a password where it cannot give one.
        if (login.isPresent()
                && !transport.supportsExtension("AUTH")
                && !transport.supportsExtension("AUTH=LOGIN")) throw noWayIn();
    }

    private List<MailAddress> send(CheckpointMail mail) throws NotMailed {
        try {
            SMTPMessage message = mail.message(session, transport.supportsExtension("8BITMIME"));
            transport.sendMessage(message, message.getAllRecipients());
            return List.of();
        } catch (SMTPSendFailedException failure) {
            if (failure.getValidSentAddresses() == null) {
                String command = failure.getCommand().replaceAll("[ :].*", "");
                throw said("to " + (command.equals(".") ? "the mail" : command));
            }
            return Stream.of(failure.getInvalidAddresses(), failure.getValidUnsentAddresses())
                    .flatMap(Stream::of)
                    .map(Address::toString)
                    .map(MailAddress::new)
                    .toList();
        } catch (MessagingException failure) {
            throw lost(failure).orElseGet(() -> said("to RCPT TO"));
        }
    }

    // Without waiting: what the server has taken stays taken, however the two part.
    private void leave() {
        try {
            transport.close();
        } catch (MessagingException goneAlready) {
            // Whether the mail was taken is known by now.
        }
    }

    private NotMailed notLetIn() {
        if (isDone()) return noWayIn();
        return new NotMailed(
                "the server does not let the user in (" + transport.getLastReturnCode() + ")");
    }

    private static NotMailed noWayIn() {
        return new NotMailed("the server offers no way to sign in by PLAIN or LOGIN");
    }

    private NotMailed notBegun() {
        return server.security() == MailSecurity.STARTTLS && isDone()
                ? new NotMailed("the server does not offer STARTTLS; nothing is sent in the open")
                : said("at the beginning");
    }

    private boolean isDone() {
        return transport.getLastReturnCode() / CLASS == 2;
    }

    // A server that was told a password may say it back at any time.
    private NotMailed said(String when) {
        int code = transport.getLastReturnCode();
        String answer = Objects.requireNonNullElse(transport.getLastServerResponse(), "");
        if (answer.equals(NOTHING)) return new NotMailed(lost("the server has hung up"));
        if (code < CLASS)
            return new NotMailed(
                    "what answers at " + where() + " does not speak as a mail server does");
        String text = login.isPresent() ? "" : text(answer);
        return new NotMailed("the server says " + when + ": " + (code + " " + text).strip());
    }

    private static String text(String answer) {
        String text = answer.replaceAll("(?m)^\\d{3}[ -]?", "");
        String line = text.replaceAll("[^\\x20-\\x7e]+", " ").strip();
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    }

    private Optional<NotMailed> lost(MessagingException failure) {
        return Stream.<Throwable>iterate(failure, Objects::nonNull, Throwable::getCause)
                .filter(IOException.class::isInstance)
                .reduce((outer, inner) -> inner)
                .map(inner -> new NotMailed(told(inner)));
    }

    private String told(Throwable failure) {
        return switch (failure) {
            case UnknownHostException unknown -> "nobody knows the host " + server.host();
            case SocketTimeoutException late -> "the server at " + where() + " is too slow";
            case SSLException untrusted ->
                "no TLS with the server at " + where() + ": " + line(untrusted);
            default -> lost(line(failure));
        };
    }

    private String lost(String why) {
        return "no mail can be given to the server at " + where() + ": " + why;
    }

    private String where() {
        return server.host() + ":" + server.port();
    }

    private static String line(Throwable failure) {
        return String.valueOf(failure.getMessage()).replaceAll("\\p{Cntrl}+", " ");
    }

    private Properties settings() throws NotMailed {
        String patience = Long.toString(PATIENCE.toMillis());
        Properties told = new Properties();
        told.setProperty("mail.smtp.connectiontimeout", patience);
        told.setProperty("mail.smtp.timeout", patience);
        told.setProperty("mail.smtp.writetimeout", patience);
        told.setProperty("mail.smtp.quitwait", "false");
        told.setProperty("mail.smtp.sendpartial", "true");
        // Its own name is none of the server's business, and to find it may ask a name server.
        told.setProperty("mail.smtp.localhost", "[127.0.0.1]");
        told.setProperty("mail.smtp.auth", Boolean.toString(login.isPresent()));
        told.setProperty("mail.smtp.auth.mechanisms", "PLAIN LOGIN");
        told.setProperty("mail.smtp.sasl.authorizationid", "");
        told.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        told.put("mail.smtp.socketFactory", new MailSockets());
        // Else the library tries once more with certificates that were not chosen.
        told.setProperty("mail.smtp.socketFactory.fallback", "false");
        if (server.trusted().isPresent())
            told.put(
                    "mail.smtp.ssl.socketFactory",
                    Certificates.trusting(server.trusted().get()));
        switch (server.security()) {
            case STARTTLS -> told.setProperty("mail.smtp.starttls.required", "true");
            case TLS -> told.setProperty("mail.smtp.ssl.enable", "true");
            case NONE -> told.setProperty("mail.smtp.starttls.enable", "false");
        }
        return told;
    }
}
