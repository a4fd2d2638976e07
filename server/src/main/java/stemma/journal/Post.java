package stemma.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;

/** Gives checkpoints to a mail server, for those to whom it shall bring them. */
public final class Post {
    private final MailServer server;
    private final MailAddress from;
    private final List<MailAddress> to;

    public Post(MailServer server, MailAddress from, List<MailAddress> to) {
        if (to.isEmpty()) throw new IllegalArgumentException("a mail goes to somebody");
        this.server = server;
        this.from = from;
        this.to = List.copyOf(to);
    }

    List<MailAddress> to() {
        return to;
    }

    /**
     * Sends the checkpoint; returns those to whom the server will not bring it, none as a rule.
     * Throws where it takes it for nobody, and says why without any secret.
     */
    List<MailAddress> send(Checkpoint checkpoint, Instant now) throws NotMailed {
        MailConversation conversation = new MailConversation(server, trust());
        try {
            conversation.begin();
            if (server.login().isPresent()) {
                MailServer.Login login = server.login().get();
                conversation.signIn(login.user(), password(login));
            }
            return conversation.hand(new CheckpointMail(checkpoint, from, to, now));
        } catch (IOException failure) {
            throw new NotMailed(told(failure));
        } finally {
            leave(conversation);
        }
    }

    private static void leave(MailConversation conversation) {
        try {
            conversation.close();
        } catch (IOException goneAlready) {
            // Whether the mail was taken is known by now.
        }
    }

    private SSLSocketFactory trust() throws NotMailed {
        return server.trusted().isPresent()
                ? Certificates.trusting(server.trusted().get())
                : (SSLSocketFactory) SSLSocketFactory.getDefault();
    }

    private static String password(MailServer.Login login) throws NotMailed {
        try (Stream<String> lines = Files.lines(login.password())) {
            String first = lines.findFirst().orElse("");
            if (first.isEmpty()) throw new NotMailed("the file of the password is empty");
            return first;
        } catch (IOException | UncheckedIOException unreadable) {
            throw new NotMailed("the file of the password cannot be read");
        }
    }

    private String told(IOException failure) {
        String where = server.host() + ":" + server.port();
        return switch (failure) {
            case UnknownHostException unknown -> "nobody knows the host " + server.host();
            case SocketTimeoutException late -> "the server at " + where + " is too slow";
            case SSLException untrusted ->
                "no TLS with the server at " + where + ": " + line(untrusted);
            default -> "no mail can be given to the server at " + where + ": " + line(failure);
        };
    }

    private static String line(IOException failure) {
        return String.valueOf(failure.getMessage()).replaceAll("\\p{Cntrl}+", " ");
    }
}
