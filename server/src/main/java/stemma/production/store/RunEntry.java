package stemma.production.store;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.ItemCode;
import stemma.identifiers.LotId;
import stemma.identifiers.LotNumber;
import stemma.identifiers.RunId;
import stemma.ledger.Event;
import stemma.ledger.Facts;
import stemma.ledger.Place;
import stemma.ledger.Run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What an event says of a run: that material went in or came out, or that some left the process
 * otherwise, such as a loss.
 */
public record RunEntry(
        String kind,
        String code,
        String line,
        @Nullable String order,
        String site,
        List<ItemCode> items,
        List<LotId> lots,
        Instant occurredFrom) {

    /** Returns what the event says, none where it is no business of production. */
    public static List<RunEntry> of(Event event) {
        return switch (event) {
            case Event.Consumed e ->
                List.of(of(
                        e.run(),
                        e,
                        List.of(),
                        e.inputs().stream().map(i -> i.lot().first()).toList()));
            case Event.Produced e ->
                List.of(of(
                        e.run(),
                        e,
                        e.outputs().stream()
                                .map(b -> b.passport().item())
                                .distinct()
                                .toList(),
                        List.of()));
            case Event.Moved _, Event.Adjusted _, Event.Sampled _, Event.Scrapped _ ->
                losses(event);
            case Event.Destroyed _ -> losses(event);
            case Event.Opened _,
                    Event.Received _,
                    Event.Split _,
                    Event.Merged _,
                    Event.Filled _,
                    Event.Drawn _,
                    Event.Emptied _,
                    Event.Cleaned _,
                    Event.Packed _,
                    Event.Unpacked _,
                    Event.Installed _,
                    Event.Removed _,
                    Event.Shipped _,
                    Event.Delivered _,
                    Event.Returned _,
                    Event.ReturnedToSupplier _,
                    Event.Judged _,
                    Event.Held _,
                    Event.HoldLifted _,
                    Event.Identified _,
                    Event.PassportChanged _,
                    Event.Corrected _ -> List.of();
        };
    }

    private static RunEntry of(Run run, Event event, List<ItemCode> items, List<LotId> lots) {
        return new RunEntry(
                "run",
                run.id().code(),
                run.line() == null ? "" : run.line().code(),
                run.order() == null ? null : run.order().code(),
                event.circumstances().site().code(),
                items,
                lots,
                event.circumstances().occurredAt().from());
    }

    private static List<RunEntry> losses(Event event) {
        Set<RunId> runs = new LinkedHashSet<>();
        for (var movement : Facts.movements(event)) {
            if (movement.from() instanceof Place.InRun(RunId run)) runs.add(run);
            if (movement.to() instanceof Place.InRun(RunId run)) runs.add(run);
        }
        List<RunEntry> entries = new ArrayList<>();
        for (RunId run : runs) {
            entries.add(new RunEntry(
                    "loss",
                    run.code(),
                    "",
                    null,
                    event.circumstances().site().code(),
                    List.of(),
                    List.of(),
                    event.circumstances().occurredAt().from()));
        }
        return entries;
    }

    /** Returns the document whose row in the lists this concerns. */
    public Optional<RunKey> key() {
        return kind.equals("run")
                ? Optional.of(new RunKey("run", LotNumber.normal(code), code))
                : Optional.empty();
    }
}
