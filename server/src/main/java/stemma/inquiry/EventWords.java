package stemma.inquiry;

import org.jspecify.annotations.Nullable;

import stemma.ledger.AdjustmentCause;
import stemma.ledger.DeliveryBasis;
import stemma.ledger.Event;
import stemma.ledger.Reach;
import stemma.ledger.Run;
import stemma.ledger.SplitKind;
import stemma.stock.Places;

import java.util.Locale;

/** What an event says, as the heading of a line of history. */
final class EventWords {
    private EventWords() {}

    static String of(Event event) {
        return switch (event) {
            case Event.Opened _ -> "Entered as stock from before records";
            case Event.Received e ->
                "Received on " + e.receipt() + " from " + e.supplier() + order(e.order());
            case Event.Moved e -> "Moved to " + Places.words(e.to());
            case Event.Adjusted e -> "Books adjusted: " + cause(e.cause());
            case Event.Split e -> split(e.kind());
            case Event.Merged e -> "Merged into " + e.into().passport().number();
            case Event.Consumed e -> "Used in " + run(e.run());
            case Event.Produced e -> "Made by " + run(e.run());
            case Event.Filled e -> "Filled into vessel " + e.vessel();
            case Event.Drawn e -> "Drawn from vessel " + e.vessel();
            case Event.Emptied e -> "Vessel " + e.vessel() + " was emptied";
            case Event.Cleaned e -> e.resource() + " was cleaned (" + e.method() + ")";
            case Event.Packed e -> "Packed into container " + e.container();
            case Event.Unpacked e -> "Unpacked from container " + e.container();
            case Event.Installed e -> "Built in at " + e.position();
            case Event.Removed e -> "Taken out of " + e.position();
            case Event.Sampled _ -> "Sampled";
            case Event.Shipped e ->
                "Shipped to " + e.consignee() + " under " + e.shipment() + order(e.order());
            case Event.Delivered e ->
                "Delivered to " + e.consignee() + " under " + e.shipment()
                        + (e.basis() == DeliveryBasis.PRESUMED ? " (presumed)" : "");
            case Event.Returned e -> "Returned by " + e.customer() + " on " + e.document();
            case Event.ReturnedToSupplier e ->
                "Returned to supplier " + e.supplier() + " on " + e.document();
            case Event.Scrapped _ -> "Scrapped";
            case Event.Destroyed e -> "Destroyed, evidence " + e.document();
            case Event.Judged e -> "Judged " + e.status().name().toLowerCase(Locale.ROOT);
            case Event.Held e -> "Held under " + e.hold();
            case Event.HoldLifted e -> "Hold " + e.hold() + " lifted";
            case Event.Identified _ -> "Identified as another lot";
            case Event.PassportChanged _ -> "Passport changed";
            case Event.Corrected e ->
                e.replacement() == null
                        ? "Correction: an earlier entry is void"
                        : "Correction: " + of(e.replacement());
        };
    }

    /** A plant that numbers its runs by their orders hears the number once. */
    private static String run(Run run) {
        boolean isNamedSo =
                run.order() != null && run.order().code().equals(run.id().code());
        return "run " + run.id() + (isNamedSo ? "" : order(run.order()));
    }

    private static String order(@Nullable Object order) {
        return order == null ? "" : ", order " + order;
    }

    private static String cause(AdjustmentCause cause) {
        return switch (cause) {
            case COUNT -> "a count found a difference";
            case SHORTAGE -> "a report took more than the books had";
            case ELSEWHERE -> "a unit was reported elsewhere";
            case CORRECTION -> "a correction left the books short";
        };
    }

    private static String split(SplitKind kind) {
        return switch (kind) {
            case SPLIT -> "Split";
            case REPACK -> "Repacked";
            case RELABEL -> "Relabelled";
            case REGRADE -> "Regraded";
            case RETAIN -> "Retained sample taken";
        };
    }

    /** Returns what a hold names, in words. */
    static String reach(Reach reach) {
        return switch (reach) {
            case Reach.Family(var item, var number) ->
                "every lot " + number + (item == null ? "" : " of " + item);
            case Reach.Sublot(var lot) ->
                lot.count() == 1 ? "one sublot" : lot.count() + " units of a block";
            case Reach.Content(var container) -> "what is in container " + container;
            case Reach.Standing(var site, var location) ->
                "what stands at " + site + "/" + location;
            case Reach.Yield(var run) -> "what run " + run + " yields";
            case Reach.Touched(var resource, var _) ->
                "what " + resource + " touched in a window of time";
        };
    }
}
