package stemma.factory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import stemma.genealogy.Cause;
import stemma.genealogy.Direction;
import stemma.genealogy.LiveIndex;
import stemma.genealogy.Question;
import stemma.genealogy.Searches;
import stemma.genealogy.Span;
import stemma.identifiers.LotId;
import stemma.identifiers.Portion;
import stemma.ledger.Answer;
import stemma.ledger.Claim;
import stemma.ledger.Event;
import stemma.ledger.Recorded;
import stemma.lots.Lot;
import stemma.trace.Node;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A transaction that stays open hides nothing of others, and is told once when it commits. */
class LateCommitTest {
    private static final int LENGTH = 150;

    /** Turns are taken by hashes of keys, so that two plants may happen to wait for each other. */
    private static final int TRIES = 6;

    private static final Duration WAITS = Duration.ofSeconds(20);

    @Test
    void what_others_commit_is_seen_at_once_and_what_commits_late_when_it_does() throws Exception {
        int tried = 0;
        while (!isSeen(7_700_000_000L + 2L * tried)) assertThat(++tried).isLessThan(TRIES);
    }

    /** Returns whether the two plants had no turn in common; if they had none, all is asserted. */
    private static boolean isSeen(long salt) throws Exception {
        try (PlantWorld world = new PlantWorld();
                ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor()) {
            Plan late = Plan.of(3, salt, LENGTH, Plant.Claims.MIXED);
            Plan other = Plan.of(4, salt + 1, LENGTH, Plant.Claims.MIXED);
            world.masters(late.codes());
            world.masters(other.codes());
            LiveIndex following = new LiveIndex(world.database.app());
            following.catchUp();
            CountDownLatch written = new CountDownLatch(1);
            CountDownLatch mayCommit = new CountDownLatch(1);
            Future<List<Recorded>> open = hands.submit(() -> world.transactions.execute(_ -> {
                List<Recorded> recorded = new ArrayList<>();
                submissions(late).forEach(events -> recorded.addAll(appended(world, events)));
                written.countDown();
                await(mayCommit);
                return recorded;
            }));
            List<Recorded> seen = new ArrayList<>();
            int links = 0;
            try {
                assertThat(written.await(1, TimeUnit.MINUTES)).isTrue();
                for (List<Event> events : submissions(other)) {
                    Future<List<Recorded>> append = hands.submit(() -> appended(world, events));
                    try {
                        seen.addAll(append.get(WAITS.toSeconds(), TimeUnit.SECONDS));
                    } catch (TimeoutException waiting) {
                        return false;
                    }
                    List<Lot> lots = lots(world, other, seen);
                    links = answersAsTheTablesDo(world, following, lots, seen.size());
                }
                assertThat(links).isGreaterThan(LENGTH / 10);
                assertThat(open.isDone()).isFalse();
            } finally {
                mayCommit.countDown();
            }
            List<Recorded> last = open.get();
            assertThat(last.getFirst().seq()).isLessThan(seen.getFirst().seq());
            List<Lot> all = new ArrayList<>(lots(world, late, last));
            assertThat(all).hasSizeGreaterThan(5);
            all.addAll(lots(world, other, seen));
            assertThat(answersAsTheTablesDo(world, following, all, seen.size() + last.size()))
                    .isGreaterThan(links);
            return true;
        }
    }

    /**
     * Holds have the plant alone, so they would wait for whoever is at work in it: only what brings
     * none, whether reported or refused, happens here.
     */
    private static List<List<Event>> submissions(Plan plan) {
        return plan.submissions().stream()
                .filter(events -> events.stream().allMatch(LateCommitTest::isWithoutHold))
                .toList();
    }

    private static boolean isWithoutHold(Event event) {
        return event instanceof Event.Consumed && event.circumstances().claim() == Claim.INTENT
                || event instanceof Event.Opened
                || event instanceof Event.Received
                || event instanceof Event.Produced
                || event instanceof Event.Filled
                || event instanceof Event.Drawn
                || event instanceof Event.Emptied;
    }

    private static List<Recorded> appended(PlantWorld world, List<Event> events) {
        return world.append(events) instanceof Answer.Appended appended
                ? appended.events()
                : List.of();
    }

    private static List<Lot> lots(PlantWorld world, Plan plan, List<Recorded> recorded) {
        Set<LotId> born = Laws.replay(plan, recorded).born();
        return world.lots.lots(born).values().stream().distinct().toList();
    }

    /**
     * The tables know what is committed; links told twice would stand twice, and a fresh index is
     * told all that stands once. Returns how many links the answers have.
     */
    private static int answersAsTheTablesDo(
            PlantWorld world, LiveIndex following, List<Lot> lots, int events) {
        if (lots.isEmpty()) return 0;
        LiveIndex fresh = new LiveIndex(world.database.app());
        Searches tables = new Searches(world.app, world.lots);
        List<Span> roots = lots.stream()
                .map(lot -> new Span(
                        lot.key(), lot.span().first().ordinal(), lot.span().last()))
                .toList();
        int links = 0;
        for (Direction direction : Direction.values()) {
            String of = direction + " after " + events + " events";
            List<String> told = links(following, roots, direction);
            assertThat(told).as(of).isEqualTo(links(fresh, roots, direction));
            links += told.size();
            for (Lot lot : lots) {
                List<Portion> root = List.of(lot.span());
                Question asked = direction == Direction.FORWARD
                        ? Question.forward(root)
                        : Question.backward(root);
                assertThat(tables.atOnce(asked, following))
                        .as(of + " of " + lot.id())
                        .isEqualTo(tables.stepByStep(asked));
            }
        }
        return links;
    }

    private static List<String> links(LiveIndex index, List<Span> roots, Direction direction) {
        List<String> links = new ArrayList<>();
        var reached = index.trace(roots, direction, Cause.MATERIAL).orElseThrow();
        reached.forEachLink((from, to, _) -> links.add(called(from) + " " + called(to)));
        links.sort(null);
        return links;
    }

    /** Each index gives vessels keys of its own, in the order in which it meets them. */
    private static String called(Node node) {
        return node.part() == Node.Part.VESSEL ? "a vessel" : node.toString();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }
}
