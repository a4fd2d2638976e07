package stemma.intake;

import stemma.access.Caller;
import stemma.access.Permission;
import stemma.identifiers.EventId;
import stemma.ledger.Event;
import stemma.ledger.MalformedEvent;
import stemma.ledger.Recorded;
import stemma.ledger.Rule;
import stemma.ledger.Submission;
import stemma.ledger.Submitted;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Which permission each kind of event asks for, whichever door it comes by. */
public final class Acts {
    private Acts() {}

    /**
     * Refuses with {@code permission_missing} what the caller may not do at the event's site, or
     * where the things are that it touches; the record tells what a correction undoes.
     */
    public static void require(
            Caller caller,
            Submission submission,
            Walls walls,
            Function<EventId, Optional<Recorded>> record) {
        Map<EventId, Event> earlier = new HashMap<>();
        Set<EventId> together = submission.events().stream()
                .map(submitted -> submitted.event().id())
                .collect(Collectors.toSet());
        for (Submitted submitted : submission.events()) {
            Event event = submitted.event();
            var site = event.circumstances().site();
            Permission asked = asked(caller, event);
            caller.require(asked, site);
            if (event.circumstances().isReport()) caller.require(Permission.REPORT_FACT, site);
            walls.require(caller, event, asked, together);
            if (event instanceof Event.Corrected correction) {
                for (Event concerned : concerned(correction, earlier, record)) {
                    known(caller, walls, correction, concerned);
                    walls.require(caller, concerned, Permission.CORRECT, together);
                    requireToCorrect(caller, concerned);
                }
            }
            earlier.put(event.id(), event);
        }
    }

    /** Who judges lots may set a part apart, send it back or have it destroyed. */
    private static Permission asked(Caller caller, Event event) {
        Permission usual = permission(event);
        boolean disposes = event instanceof Event.Split
                || event instanceof Event.ReturnedToSupplier
                || event instanceof Event.Destroyed;
        var site = event.circumstances().site();
        return disposes && !caller.may(usual, site) && caller.may(Permission.JUDGE, site)
                ? Permission.JUDGE
                : usual;
    }

    /**
     * Refuses with {@code permission_missing} who may not correct such an event: what is said of
     * quality is corrected by who may say it, and a hold by who may lift it.
     */
    public static void requireToCorrect(Caller caller, Event concerned) {
        var site = concerned.circumstances().site();
        if (concerned instanceof Event.Judged) caller.require(Permission.JUDGE, site);
        if (concerned instanceof Event.Held || concerned instanceof Event.HoldLifted)
            caller.require(Permission.LIFT_HOLD, site);
    }

    private static void known(
            Caller caller, Walls walls, Event.Corrected correction, Event concerned) {
        if (walls.sight(caller).tells(concerned)) return;
        throw new MalformedEvent(
                Rule.EVENT_UNKNOWN.code(),
                "corrects",
                "The event " + correction.corrects() + " is not in the ledger.");
    }

    /** Returns what takes effect by a correction, and what ceases to or comes back under it. */
    private static List<Event> concerned(
            Event.Corrected correction,
            Map<EventId, Event> earlier,
            Function<EventId, Optional<Recorded>> record) {
        List<Event> concerned = new ArrayList<>();
        if (correction.replacement() != null) concerned.add(correction.replacement());
        Event sentBefore = earlier.get(correction.corrects());
        if (sentBefore instanceof Event.Corrected corrected) {
            concerned.addAll(concerned(corrected, Map.of(), record));
        } else if (sentBefore != null) {
            concerned.add(sentBefore);
        }
        record.apply(correction.corrects()).ifPresent(was -> {
            if (was.effect() != null) concerned.add(was.effect());
            if (was.undone() != null) concerned.add(was.undone().effect());
        });
        return concerned;
    }

    /** Returns what one must be allowed to do for the event to be asked for or stated. */
    public static Permission permission(Event event) {
        return switch (event) {
            case Event.Received _, Event.Opened _, Event.ReturnedToSupplier _ -> Permission.RECEIVE;
            case Event.Moved _,
                    Event.Adjusted _,
                    Event.Split _,
                    Event.Merged _,
                    Event.Packed _,
                    Event.Unpacked _,
                    Event.Sampled _,
                    Event.Scrapped _,
                    Event.Destroyed _ -> Permission.MOVE;
            case Event.Consumed _,
                    Event.Produced _,
                    Event.Filled _,
                    Event.Drawn _,
                    Event.Emptied _,
                    Event.Cleaned _,
                    Event.Installed _,
                    Event.Removed _ -> Permission.PRODUCE;
            case Event.Shipped _, Event.Delivered _, Event.Returned _ -> Permission.SHIP;
            case Event.Judged _ -> Permission.JUDGE;
            case Event.Held _ -> Permission.HOLD;
            case Event.HoldLifted _ -> Permission.LIFT_HOLD;
            case Event.Identified _, Event.PassportChanged _, Event.Corrected _ ->
                Permission.CORRECT;
        };
    }
}
