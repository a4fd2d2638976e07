package stemma.journal;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sends the newest checkpoint by mail once in an interval, where it is another than the last one
 * sent, and a handover of the key as soon as the program starts after it. A server that fails is
 * asked again after pauses that grow; nothing else waits for it. What was sent stands in a file, so
 * that a program which is often started anew does not send more.
 */
public final class Mailing {
    private static final Logger LOG = LoggerFactory.getLogger(Mailing.class);
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final int DOUBLED_AT_MOST = 6;
    private static final Pattern KEPT = Pattern.compile("(\\d{1,18}) (\\S+Z)\\s*");

    private final Post post;
    private final Supplier<Optional<Checkpoint>> newest;
    private final Supplier<List<Checkpoint>> handovers;
    private final WorldClock clock;
    private final Path file;
    private @Nullable List<Checkpoint> unsent;
    private volatile Mailed mailed;

    /**
     * @param handovers those by which keys were handed on, which is done while nothing runs
     * @param file where it is kept what was sent
     */
    public Mailing(
            Post post,
            Duration every,
            Supplier<Optional<Checkpoint>> newest,
            Supplier<List<Checkpoint>> handovers,
            WorldClock clock,
            Path file) {
        this.post = post;
        this.newest = newest;
        this.handovers = handovers;
        this.clock = clock;
        this.file = file;
        this.mailed =
                new Mailed(post.to(), every, kept(file), Optional.empty(), 0, Optional.empty());
    }

    /** Returns how it stands; never waits for a mail under way. */
    public Mailed mailed() {
        return mailed;
    }

    /** Called again and again, by one thread: sends what is due, and waits for the server. */
    public void step() {
        Instant now = clock.now();
        if (isResting(now)) return;
        unsentHandovers().stream()
                .findFirst()
                .or(() -> isDue(now) ? newest.get().filter(this::isNew) : Optional.empty())
                .ifPresent(checkpoint -> send(checkpoint, now));
    }

    // Whoever never had a checkpoint gets the newest one first, and needs no older handover.
    private List<Checkpoint> unsentHandovers() {
        List<Checkpoint> left = unsent == null ? handovers.get() : unsent;
        unsent = left.stream()
                .filter(one ->
                        mailed.last().filter(last -> last.size() < one.size()).isPresent())
                .toList();
        return unsent;
    }

    private boolean isNew(Checkpoint checkpoint) {
        return mailed.last().map(Mailed.Sent::size).orElse(0L) != checkpoint.size();
    }

    // A clock that was set back makes neither this pause longer nor the interval below.
    private boolean isResting(Instant now) {
        return mailed.next()
                .filter(until -> now.isBefore(until) && !now.isBefore(until.minus(LONGEST_PAUSE)))
                .isPresent();
    }

    private boolean isDue(Instant now) {
        if (mailed.next().isPresent()) return true;
        return mailed.last()
                .map(Mailed.Sent::at)
                .map(at -> now.isBefore(at) || !now.isBefore(at.plus(mailed.every())))
                .orElse(true);
    }

    private void send(Checkpoint checkpoint, Instant now) {
        try {
            List<MailAddress> refused = post.send(checkpoint, now);
            Optional<String> wrong = refused.stream()
                    .map(MailAddress::text)
                    .reduce((some, one) -> some + ", " + one)
                    .map(some -> "the server does not bring it to " + some);
            stands(Optional.of(new Mailed.Sent(checkpoint.size(), now)), wrong, 0);
            LOG.info("The checkpoint of {} entries is mailed", checkpoint.size());
            wrong.ifPresent(some -> LOG.warn("It is not mailed to all: {}", some));
            Copies.replace(file, checkpoint.size() + " " + now + "\n");
        } catch (NotMailed failure) {
            // The program is being stopped: that is no failure of the server.
            if (Thread.currentThread().isInterrupted()) return;
            Optional<String> wrong = Optional.ofNullable(failure.getMessage());
            stands(mailed.last(), wrong, mailed.failures() + 1);
            LOG.warn(
                    "The checkpoint of {} entries is not mailed, and it is tried again at {}: {}",
                    checkpoint.size(),
                    mailed.next().orElseThrow(),
                    failure.getMessage());
        }
    }

    private void stands(Optional<Mailed.Sent> last, Optional<String> wrong, int failures) {
        Optional<Instant> next =
                failures == 0 ? Optional.empty() : Optional.of(clock.now().plus(pause(failures)));
        mailed = new Mailed(mailed.to(), mailed.every(), last, wrong, failures, next);
    }

    /** Returns the pause after so many failures in a row: a minute, then twice the one before. */
    static Duration pause(int failures) {
        Duration grown = FIRST_PAUSE.multipliedBy(1L << Math.min(failures - 1, DOUBLED_AT_MOST));
        return grown.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : grown;
    }

    // A file that says nothing costs one mail more; it never keeps the server from starting.
    private static Optional<Mailed.Sent> kept(Path file) {
        if (!Files.isRegularFile(file)) return Optional.empty();
        try {
            Matcher line = KEPT.matcher(Files.readString(file));
            if (!line.matches()) return Optional.empty();
            return Optional.of(
                    new Mailed.Sent(Long.parseLong(line.group(1)), Instant.parse(line.group(2))));
        } catch (IOException | java.time.DateTimeException unreadable) {
            LOG.warn("{} says not what was mailed last", file.getFileName());
            return Optional.empty();
        }
    }
}
