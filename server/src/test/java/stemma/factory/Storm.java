package stemma.factory;

import stemma.identifiers.ActorId;
import stemma.identifiers.EventId;
import stemma.identifiers.HoldCode;
import stemma.identifiers.Portion;
import stemma.journal.Author;
import stemma.ledger.Answer;
import stemma.ledger.Birth;
import stemma.ledger.Circumstances;
import stemma.ledger.Claim;
import stemma.ledger.Descent;
import stemma.ledger.Event;
import stemma.ledger.Evidence;
import stemma.ledger.Facts;
import stemma.ledger.Occurrence;
import stemma.ledger.Reach;
import stemma.ledger.Reason;
import stemma.ledger.Recorded;
import stemma.ledger.Submission;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Many hands that tell one made-up factory at once, each the next that is to be told: alone or some
 * in a request in any order, now and then twice, with holds on what they work with.
 */
final class Storm {
    private static final int MOST_TOGETHER = 4;
    private static final int HOLD_EVERY = 9;
    private static final int HELD_FOR = 12;
    private static final int CALM = 30;
    private final Random random;
    private final Author author = new Author(new ActorId("storm"), "session", "device");
    private final List<List<Submission>> requests;
    private final Map<Long, Recorded> recorded = new TreeMap<>();
    private final Map<String, Integer> refused = new TreeMap<>();
    private final Set<EventId> tried = new HashSet<>();

    Storm(Plan plan) {
        random = new Random(plan.seed());
        requests = requests(held(plan));
    }

    /** Adds holds on lots that are at work, some stated as of long before, most lifted again. */
    private List<List<Event>> held(Plan plan) {
        List<List<Event>> told = new ArrayList<>();
        Map<Integer, List<Event>> lifts = new TreeMap<>();
        List<Event> births = new ArrayList<>();
        for (List<Event> submission : plan.submissions()) {
            told.add(submission);
            submission.stream().filter(Storm::bringsForth).forEach(births::add);
            if (told.size() % HOLD_EVERY == 0 && !births.isEmpty()) {
                Event.Held held = hold(births.get(random.nextInt(births.size())));
                told.add(List.of(held));
                if (random.nextInt(3) > 0) lifts.put(told.size() + HELD_FOR, List.of(lift(held)));
            }
            List<Event> lift = lifts.remove(told.size());
            if (lift != null) told.add(lift);
        }
        return told;
    }

    private static boolean bringsForth(Event event) {
        return !(event instanceof Event.Corrected) && !Facts.births(event).isEmpty();
    }

    private Event.Held hold(Event of) {
        List<Birth> births = Facts.births(of);
        Birth birth = births.get(random.nextInt(births.size()));
        Occurrence then = of.circumstances().occurredAt();
        Duration earlier = random.nextBoolean() ? Duration.ofHours(5) : Duration.ZERO;
        Occurrence at =
                new Occurrence(then.from().minus(earlier), then.to(), then.source(), then.zone());
        Descent descent = random.nextInt(4) == 0 ? Descent.ALONE : Descent.WITH_DESCENDANTS;
        String role = "held" + random.nextLong();
        return hold(birth.of(of.id()), stated(of, role, at), descent);
    }

    private static Event.Held hold(Portion lot, Circumstances stated, Descent descent) {
        HoldCode code = new HoldCode("STORM-" + stated.id());
        return new Event.Held(stated, code, new Reach.Sublot(lot), descent);
    }

    /** Returns a hold on a lot, stated when the event happened. */
    static Event.Held holdOn(Portion lot, Event of) {
        Circumstances stated = stated(of, "held", of.circumstances().occurredAt());
        return hold(lot, stated, Descent.ALONE);
    }

    private static Event lift(Event.Held held) {
        Circumstances at = stated(held, "lifted", held.circumstances().occurredAt());
        return Acts.answeredFor(new Event.HoldLifted(at, held.hold()));
    }

    private static Circumstances stated(Event of, String role, Occurrence at) {
        return Circumstances.of(
                        of.id().derived(role),
                        Claim.REPORT,
                        at,
                        of.circumstances().site(),
                        Evidence.SCANNED)
                .because(Reason.of("made_up"));
    }

    private List<List<Submission>> requests(List<List<Event>> told) {
        List<List<Submission>> all = new ArrayList<>();
        for (int i = 0; i < told.size(); ) {
            int together = random.nextInt(3) > 0 ? 1 : 1 + random.nextInt(MOST_TOGETHER);
            List<Submission> request = new ArrayList<>();
            for (List<Event> events : told.subList(i, Math.min(told.size(), i + together)))
                request.add(Submission.of(author, events));
            i += together;
            Collections.shuffle(request, random);
            all.add(request);
            if (random.nextInt(8) == 0) all.add(request);
        }
        return all;
    }

    /**
     * Lets one hand begin and so many go on; whatever is neither recorded nor refused fails. What
     * names something that another hand is only about to tell is told once more.
     */
    void blow(PlantWorld world, int hands) {
        Deque<List<Submission>> waiting = new ConcurrentLinkedDeque<>(requests);
        for (int i = 0; i < CALM; i++) {
            List<Submission> first = waiting.removeFirst();
            waiting.addAll(told(first, world.ledger.append(first)));
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(hands)) {
            List<Future<?>> working = new ArrayList<>();
            for (int i = 0; i < hands; i++) {
                working.add(threads.submit(() -> {
                    for (var next = waiting.poll(); next != null; next = waiting.poll())
                        waiting.addAll(told(next, world.ledger.append(next)));
                }));
            }
            for (Future<?> one : working) one.get();
        } catch (ExecutionException failure) {
            throw new AssertionError("a hand was told " + failure.getCause(), failure.getCause());
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    private synchronized List<List<Submission>> told(List<Submission> sent, List<Answer> answers) {
        List<List<Submission>> again = new ArrayList<>();
        for (int i = 0; i < sent.size(); i++) {
            switch (answers.get(i)) {
                case Answer.Appended(var events, var _) ->
                    events.forEach(event -> recorded.put(event.seq(), event));
                case Answer.Refused(var event, var why) -> {
                    refused.merge(why.code(), 1, Integer::sum);
                    if (why.code().endsWith("_unknown") && tried.add(event))
                        again.add(List.of(sent.get(i)));
                }
            }
        }
        return again;
    }

    /** Returns what the hands were told is recorded, in its order. */
    List<Recorded> recorded() {
        return List.copyOf(recorded.values());
    }

    /** Returns how often each code was told. */
    Map<String, Integer> refused() {
        return refused;
    }
}
