package stemma.factory;

import stemma.identifiers.EventId;
import stemma.ledger.Event;
import stemma.ledger.EventJson;
import stemma.ledger.Recorded;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * What is to happen in a made-up factory: submissions in their order, the same for the same seed.
 */
record Plan(long seed, Codes codes, List<List<Event>> submissions) {

    /** Makes a plan of so many submissions; another salt tells the same story under other codes. */
    static Plan of(long seed, long salt, int length, Plant.Claims claims) {
        Plant plant = new Plant(seed, new Codes(salt), claims);
        List<List<Event>> submissions = new ArrayList<>();
        while (submissions.size() < length) submissions.add(plant.next());
        return new Plan(seed, plant.codes(), submissions);
    }

    /** Makes a plan in which almost everything is packed, unpacked, moved and set right. */
    static Plan storing(long seed, long salt, int length) {
        Plant plant = new Plant(seed, new Codes(salt), Plant.Claims.MIXED);
        Storing storing = new Storing(plant);
        Mending mending = new Mending(plant);
        List<Supplier<List<Event>>> some = List.of(
                storing::packed,
                storing::packed,
                storing::takenOut,
                storing::takenOut,
                storing::takenOut,
                storing::unpacked,
                mending::corrected);
        List<List<Event>> submissions = new ArrayList<>();
        while (submissions.size() < length) submissions.add(plant.next(some));
        return new Plan(seed, plant.codes(), submissions);
    }

    /** Returns the plan with only those submissions. */
    Plan keeping(BitSet kept) {
        List<List<Event>> some = new ArrayList<>();
        kept.stream()
                .filter(i -> i < submissions.size())
                .forEach(i -> some.add(submissions.get(i)));
        return new Plan(seed, codes, some);
    }

    /** Returns the plan with only those submissions that stand in the ledger. */
    Plan recorded(List<Recorded> recorded) {
        Set<EventId> ids = new HashSet<>();
        recorded.forEach(one -> ids.add(one.event().id()));
        return new Plan(
                seed,
                codes,
                submissions.stream()
                        .filter(s -> ids.contains(s.getFirst().id()))
                        .toList());
    }

    List<Event> events() {
        return submissions.stream().flatMap(List::stream).toList();
    }

    /** Returns the events as JSON, one a line: what is printed where a property fails. */
    String text() {
        return events().stream()
                .map(e -> new String(EventJson.bytes(e), java.nio.charset.StandardCharsets.UTF_8))
                .collect(Collectors.joining("\n"));
    }
}
