package stemma.inquiry;

import org.jspecify.annotations.Nullable;

import stemma.access.Caller;
import stemma.genealogy.Impact;
import stemma.genealogy.Rests;
import stemma.identifiers.EventId;
import stemma.intake.Acts;
import stemma.intake.Walls;
import stemma.journal.Journal;
import stemma.journal.WorldClock;
import stemma.ledger.Answer;
import stemma.ledger.Circumstances;
import stemma.ledger.Claim;
import stemma.ledger.Event;
import stemma.ledger.EventJson;
import stemma.ledger.Evidence;
import stemma.ledger.Facts;
import stemma.ledger.Ledger;
import stemma.ledger.Movement;
import stemma.ledger.Occurrence;
import stemma.ledger.Reason;
import stemma.ledger.Recorded;
import stemma.ledger.Submission;
import stemma.ledger.TimeSource;
import stemma.quantity.Quantity;
import stemma.shell.Problem;
import stemma.shell.Refused;
import stemma.signatures.Offered;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One entry of the record with all that rests on it, and how a person corrects it: voids it,
 * restates its amounts, or confirms it with the reason and signature that it lacked.
 */
public final class Correcting {
    private final Gathering.Rooms rooms;
    private final Ledger ledger;
    private final Journal journal;
    private final WorldClock clock;
    private final Telling telling;
    private final Rests rests;

    Correcting(
            Gathering.Rooms rooms,
            Ledger ledger,
            Journal journal,
            WorldClock clock,
            Telling telling,
            Rests rests) {
        this.rooms = rooms;
        this.ledger = ledger;
        this.journal = journal;
        this.clock = clock;
        this.telling = telling;
        this.rests = rests;
    }

    /** What a person says of an entry that was recorded wrongly. */
    public sealed interface Change {
        /** It never happened. */
        record Void() implements Change {}

        /** It happened, with other amounts, in the order in which the entry states them. */
        record Amounts(List<String> amounts) implements Change {
            public Amounts {
                amounts = List.copyOf(amounts);
            }
        }

        /** It happened as recorded; only its reason or signature was missing. */
        record Confirmed() implements Change {}
    }

    /** Returns an entry with what rests on it; refused with {@code event_unknown}. */
    public EventCard card(EventId id) {
        Recorded recorded = recorded(id);
        Past past = telling.tell(List.of(recorded), List.of()).getFirst();
        Optional<Past> correction = Optional.ofNullable(past.correction())
                .map(by -> telling.tell(List.of(by), List.of()).getFirst());
        Impact impact = rests.on(id).orElseThrow();
        Gathering gathering = new Gathering(
                rooms, impact.lots(), Insight.at(journal, Optional.empty()), clock.now());
        return new EventCard(
                past,
                correction,
                amounts(recorded.effect()),
                impact,
                impact.lots().stream().map(gathering::line).toList(),
                Names.of(
                        rooms.catalog(),
                        List.of(),
                        impact.shipments().stream().map(s -> s.consignee()).toList(),
                        List.of()));
    }

    private Recorded recorded(EventId id) {
        return ledger.event(id)
                .orElseThrow(() -> new Refused(
                        Problem.of("event_unknown", 404, "The record has no such entry.")
                                .notRecording("")
                                .with("event", id.toString())));
    }

    private List<Amount> amounts(@Nullable Event effect) {
        if (effect == null) return List.of();
        List<Quantity> stated = Restating.amounts(effect);
        List<Movement> movements = Facts.movements(effect);
        if (stated.isEmpty() || movements.size() != stated.size()) return List.of();
        Map<String, String> numbers = rooms
                .lots()
                .lots(movements.stream().map(m -> m.lot().first()).toList())
                .entrySet()
                .stream()
                .collect(Collectors.toMap(
                        e -> e.getKey().toString(), e -> e.getValue().number().text()));
        List<Amount> amounts = new ArrayList<>();
        for (int i = 0; i < stated.size(); i++) {
            String lot = movements.get(i).lot().first().toString();
            amounts.add(new Amount(numbers.getOrDefault(lot, lot), stated.get(i)));
        }
        return amounts;
    }

    /**
     * Corrects an entry over a signature of the correction's exact content; refused as the ledger
     * refuses, or with {@code permission_missing}.
     */
    public void correct(
            Caller caller,
            EventId id,
            EventId corrects,
            Change change,
            Reason reason,
            Walls walls,
            Function<byte[], Offered> sign) {
        Recorded recorded = recorded(corrects);
        Circumstances was = recorded.event().circumstances();
        Circumstances now = Circumstances.of(
                        id,
                        Claim.REPORT,
                        Occurrence.at(
                                clock.now(), TimeSource.SERVER, was.occurredAt().zone()),
                        was.site(),
                        Evidence.KEYED)
                .because(reason);
        Event unsigned = new Event.Corrected(now, corrects, replacement(recorded, change, reason));
        Acts.require(caller, Submission.of(caller.author(), unsigned), walls, ledger::event);
        Offered offered = sign.apply(EventJson.bytes(unsigned));
        switch (ledger.append(Submission.signed(caller.author(), unsigned, offered))) {
            case Answer.Appended _ -> {}
            case Answer.Refused(var _, var why) ->
                throw new Refused(Problem.of(why.code(), 409, why.sentence())
                        .with("element", why.element())
                        .kept());
        }
    }

    private static @Nullable Event replacement(Recorded recorded, Change change, Reason reason) {
        Event effect = recorded.effect();
        return switch (change) {
            case Change.Void _ -> null;
            case Change.Confirmed _ -> anew(effect, reason);
            case Change.Amounts(var numbers) -> {
                Event event = anew(effect, reason);
                List<Quantity> stated = Restating.amounts(event);
                if (stated.size() != numbers.size()) {
                    throw Refused.of(
                            "amounts_changed", 409, "The entry has other amounts than the form.");
                }
                List<Quantity> amounts = new ArrayList<>();
                for (int i = 0; i < numbers.size(); i++)
                    amounts.add(Quantity.of(numbers.get(i), stated.get(i).unit()));
                yield Restating.with(event, amounts);
            }
        };
    }

    /** What the ledger wrote beside the event, it will judge and write again. */
    private static Event anew(@Nullable Event effect, Reason reason) {
        if (effect == null) {
            throw Refused.of(
                    "event_void", 409, "A voided entry has nothing to confirm or restate.");
        }
        Circumstances was = effect.circumstances();
        Circumstances plain = new Circumstances(
                was.id(),
                was.claim(),
                was.occurredAt(),
                was.site(),
                was.evidence(),
                was.resources(),
                was.reason() == null ? reason : was.reason(),
                was.signature(),
                was.follows(),
                was.measured(),
                List.of());
        return effect.under(plain);
    }
}
