package stemma.demo;

import stemma.identifiers.Portion;
import stemma.ledger.Event;
import stemma.ledger.Status;
import stemma.signatures.Meaning;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Quinn's judgements: what came or was made on a day is released the next morning, signed. */
final class Laboratory {
    private static final int RECEIVED_AT = 6 * 60 + 15;
    private static final int MADE_AT = 6 * 60 + 30;

    private final Story story;
    private final Map<Integer, List<Portion>> received = new HashMap<>();
    private final Map<Integer, List<Portion>> made = new HashMap<>();

    Laboratory(Story story) {
        this.story = story;
    }

    /** Takes note of goods that wait from that day on. */
    void waits(int day, List<Portion> lots) {
        received.computeIfAbsent(day, d -> new ArrayList<>()).addAll(lots);
    }

    /** Takes note of finished lots that wait from that day on. */
    void waitsMade(int day, Portion lot) {
        made.computeIfAbsent(day, d -> new ArrayList<>()).add(lot);
    }

    /** Releases what waits since the day before. */
    void release(int day) {
        release(day, RECEIVED_AT, received.getOrDefault(day - 1, List.of()));
        release(day, MADE_AT, made.getOrDefault(day - 1, List.of()));
    }

    /** Gives lots a status at that minute of the day. */
    void judge(int day, int minute, Status status, List<Portion> lots) {
        Instant at = story.at(day, minute);
        Event judged = new Event.Judged(story.keyed(at), status, lots, List.of());
        Meaning meaning = status == Status.REJECTED ? Meaning.REJECTED : Meaning.RELEASED;
        story.judge(meaning, judged);
    }

    private void release(int day, int minute, List<Portion> lots) {
        if (!lots.isEmpty()) judge(day, minute, Status.RELEASED, lots);
    }
}
