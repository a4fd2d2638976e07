package stemma.scenario;

import stemma.identifiers.EventId;
import stemma.ledger.Answer;
import stemma.ledger.Descent;
import stemma.ledger.Event;
import stemma.ledger.Reach;
import stemma.ledger.Recorded;
import stemma.ledger.Refusal;
import stemma.ledger.Violation;
import stemma.stock.Places;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the ledger answers, in lines: nothing where all is well, else what is refused or follows.
 */
final class Reply {
    private final Scene scene;

    Reply(Scene scene) {
        this.scene = scene;
    }

    List<String> lines(List<Event> sent, Answer answer) {
        return switch (answer) {
            case Answer.Refused(var _, var why) -> List.of(refused(why));
            case Answer.Appended(var events, var novelty) ->
                switch (novelty) {
                    case REPEATED -> List.of("repeated, nothing new was recorded");
                    case NEW -> appended(sent, events);
                };
        };
    }

    /** Says what would become of it. */
    List<String> would(Answer answer) {
        return switch (answer) {
            case Answer.Refused(var _, var why) -> List.of("would be " + refused(why));
            case Answer.Appended _ -> List.of("would be recorded");
        };
    }

    /** The code that wins, and the others in the order in which they would. */
    private static String refused(Refusal why) {
        String others = why.all().stream()
                .map(Violation::code)
                .distinct()
                .filter(code -> !code.equals(why.code()))
                .collect(Collectors.joining(", "));
        return "refused " + why.code() + (others.isEmpty() ? "" : ", also " + others);
    }

    private List<String> appended(List<Event> sent, List<Recorded> recorded) {
        Set<EventId> ours =
                sent.stream().map(Event::id).collect(Collectors.toCollection(HashSet::new));
        List<String> lines = new ArrayList<>();
        List<Event> following = new ArrayList<>();
        for (Recorded one : recorded) {
            if (ours.contains(one.event().id())) {
                String codes = one.event().circumstances().violations().stream()
                        .map(Violation::code)
                        .distinct()
                        .collect(Collectors.joining(", "));
                if (!codes.isEmpty()) lines.add("violates " + codes);
            } else following.add(one.event());
        }
        following.forEach(event -> lines.add("then " + follows(event)));
        scene.labels().following(sent, following);
        return lines;
    }

    private String follows(Event event) {
        if (event instanceof Event.Adjusted e) {
            return "adjusted " + scene.names().words(e.lot()) + " " + e.quantity() + " from "
                    + Places.words(e.from()) + " to " + Places.words(e.to()) + ", "
                    + e.cause().name().toLowerCase(Locale.ROOT);
        }
        if (event instanceof Event.Held e) return "held " + reach(e.reach()) + descent(e.descent());
        return event.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    private static String descent(Descent descent) {
        return switch (descent) {
            case ALONE -> "";
            case WITH_DESCENDANTS -> " with descendants";
        };
    }

    String reach(Reach reach) {
        return switch (reach) {
            case Reach.Family(var item, var number) -> number + (item == null ? "" : " of " + item);
            case Reach.Sublot(var lot) -> scene.names().words(lot);
            case Reach.Content(var container) -> "container " + container;
            case Reach.Standing(var site, var location) -> "location " + site + "/" + location;
            case Reach.Yield(var run) -> "what " + run + " yields";
            case Reach.Touched(var resource, var _) -> "what " + resource + " touched";
        };
    }
}
