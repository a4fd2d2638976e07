package stemma.journal;

import jakarta.mail.PasswordAuthentication;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Gives checkpoints to a mail server, for those to whom it shall bring them. */
public final class Post {
    private static final Duration WHOLE = Duration.ofMinutes(5);

    private final MailServer server;
    private final MailAddress from;
    private final List<MailAddress> to;
    private final Duration whole;

    public Post(MailServer server, MailAddress from, List<MailAddress> to) {
        this(server, from, to, WHOLE);
    }

    /**
     * @param whole how long a mail may take from first to last, however often the server answers
     */
    Post(MailServer server, MailAddress from, List<MailAddress> to, Duration whole) {
        if (to.isEmpty()) throw new IllegalArgumentException("a mail goes to somebody");
        this.server = server;
        this.from = from;
        this.to = List.copyOf(to);
        this.whole = whole;
    }

    List<MailAddress> to() {
        return to;
    }

    /**
     * Sends the checkpoint; returns those to whom the server will not bring it, none as a rule.
     * Throws where it takes it for nobody, and says why without any secret.
     */
    List<MailAddress> send(Checkpoint checkpoint, Instant now) throws NotMailed {
        MailConversation conversation = new MailConversation(server, login());
        CheckpointMail mail = new CheckpointMail(checkpoint, from, to, now);
        try (ExecutorService thread = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<List<MailAddress>> sending = thread.submit(() -> conversation.hand(mail));
            return ended(sending);
        }
    }

    // A virtual thread that is interrupted lets go of its socket, whatever it waits for.
    private List<MailAddress> ended(Future<List<MailAddress>> sending) throws NotMailed {
        try {
            return sending.get(whole.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            var unused = sending.cancel(true);
            throw new NotMailed(
                    "the server at " + server.host() + ":" + server.port() + " is too slow");
        } catch (InterruptedException asked) {
            var unused = sending.cancel(true);
            Thread.currentThread().interrupt();
            throw new NotMailed("the program is being stopped");
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof NotMailed told) throw told;
            throw new IllegalStateException("a mail ends in an unforeseen way", failure);
        }
    }

    private Optional<PasswordAuthentication> login() throws NotMailed {
        if (server.login().isEmpty()) return Optional.empty();
        MailServer.Login login = server.login().get();
        return Optional.of(new PasswordAuthentication(login.user(), password(login)));
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
}
