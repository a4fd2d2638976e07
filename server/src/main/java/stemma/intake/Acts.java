package stemma.intake;

import stemma.access.Caller;
import stemma.access.Permission;
import stemma.ledger.Event;
import stemma.ledger.Submission;
import stemma.ledger.Submitted;

/** Which permission each kind of event asks for, whichever door it comes by. */
public final class Acts {
    private Acts() {}

    /** Refuses with {@code permission_missing} what the caller may not do at the event's site. */
    public static void require(Caller caller, Submission submission) {
        for (Submitted submitted : submission.events()) {
            Event event = submitted.event();
            var site = event.circumstances().site();
            caller.require(permission(event), site);
            if (event.circumstances().isReport()) caller.require(Permission.REPORT_FACT, site);
        }
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
