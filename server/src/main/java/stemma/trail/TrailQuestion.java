package stemma.trail;

import stemma.audit.TrailQuery.Refusals;
import stemma.identifiers.ActorId;
import stemma.identifiers.LotNumber;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Which lines of the trail are asked for: those of one person, whose subject or a number of a lot
 * or document holds a text, of one action, that name a site or an item, recorded in [from, to);
 * with, only or without refused attempts; the newest or the oldest first.
 */
public record TrailQuestion(
        Optional<ActorId> person,
        Optional<String> subject,
        Optional<String> action,
        Optional<String> site,
        Optional<String> item,
        Optional<Instant> from,
        Optional<Instant> to,
        Refusals refusals,
        Order order) {
    /** Which end of the trail is read first. */
    public enum Order {
        NEWEST,
        OLDEST
    }

    /** Returns the question for everything, the newest first. */
    public static TrailQuestion all() {
        return new TrailQuestion(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Refusals.WITH,
                Order.NEWEST);
    }

    /** Returns the question for everything recorded in [from, to), the newest first. */
    static TrailQuestion within(Instant from, Instant to) {
        TrailQuestion all = all();
        return new TrailQuestion(
                all.person,
                all.subject,
                all.action,
                all.site,
                all.item,
                Optional.of(from),
                Optional.of(to),
                all.refusals,
                all.order);
    }

    /** Returns the same question read from its oldest line on, as files and reviews do. */
    public TrailQuestion oldestFirst() {
        return new TrailQuestion(
                person, subject, action, site, item, from, to, refusals, Order.OLDEST);
    }

    boolean fits(TrailLine line) {
        boolean wanted = switch (refusals) {
            case WITH -> true;
            case ONLY -> line.isRefused();
            case WITHOUT -> !line.isRefused();
        };
        return wanted
                && person.map(line.author().actor()::equals).orElse(true)
                && action.map(line.action()::equals).orElse(true)
                && subject.map(text -> isAbout(line, text)).orElse(true)
                && site.map(code -> names(line.sites(), code)).orElse(true)
                && item.map(code -> names(line.items(), code)).orElse(true)
                && from.map(first -> !line.recordedAt().isBefore(first)).orElse(true)
                && to.map(end -> line.recordedAt().isBefore(end)).orElse(true);
    }

    private static boolean names(Set<String> codes, String code) {
        String wanted = LotNumber.normal(code);
        return codes.stream().map(LotNumber::normal).anyMatch(wanted::equals);
    }

    private static boolean isAbout(TrailLine line, String text) {
        return holds(line.subject(), text)
                || line.names().stream().anyMatch(name -> holds(name, text));
    }

    private static boolean holds(String subject, String text) {
        return subject.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
    }
}
