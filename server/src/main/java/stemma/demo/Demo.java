package stemma.demo;

import stemma.access.Access;
import stemma.catalog.Amendment;
import stemma.catalog.AmendmentAnswer;
import stemma.catalog.Master;
import stemma.ledger.Answer;
import stemma.ledger.Event;
import stemma.ledger.Submission;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Fills an empty world with the demo company: its masters, its people, and fourteen months that end
 * at ten o'clock of the last working day. The same seed gives the same events but for their dates.
 */
public final class Demo {
    /** The seed of the story that every demo tells. */
    public static final long SEED = 7741;

    private static final int MOST_TOGETHER = 500;
    private static final Duration LONG_AGO = Duration.ofHours(8);
    private static final Duration OF_LATE = Duration.ofMinutes(30);
    private static final int LATE_DAYS = 10;

    private final DemoRooms rooms;
    private final Staff staff;
    private final Workdays days;
    private final Progress progress;

    private Demo(DemoRooms rooms, Workdays days, Progress progress) {
        this.rooms = rooms;
        this.staff = new Staff(rooms.access());
        this.days = days;
        this.progress = progress;
    }

    /** What a world holds: nothing yet, the whole story, or anything else. */
    public enum Holding {
        EMPTY,
        TOLD,
        OTHER
    }

    /** Tells what the world holds; the integrator's token is issued when the story is told. */
    public static Holding of(Access access) {
        if (access.people().isEmpty()) return Holding.EMPTY;
        boolean told = access.people().find(Crew.IVO.actor()).isPresent()
                && !access.tokens().of(Crew.IVO.actor()).isEmpty();
        return told ? Holding.TOLD : Holding.OTHER;
    }

    /** Returns the zone by whose clocks the plant works. */
    public static ZoneId zone() {
        return Firm.ZONE;
    }

    /** Loads an empty world; a submission that is refused is a fault of the story. */
    public static Told load(DemoRooms rooms, Progress progress) {
        Instant start = rooms.clock().now();
        List<Act> acts = PlantDays.told(SEED, start);
        LocalDate today = start.atZone(Firm.ZONE).toLocalDate();
        return new Demo(rooms, Workdays.before(start, Firm.ZONE), progress).load(acts, today);
    }

    /** Gives everybody in a world that was loaded before a new password. */
    public static List<SignIn> admitAgain(DemoRooms rooms) {
        Staff staff = new Staff(rooms.access());
        staff.admit();
        return staff.signIns();
    }

    private Told load(List<Act> acts, LocalDate today) {
        try {
            rooms.clock().stand(days.at(0, 0));
            staff.admit();
            define(Firm.masters(), "The plant opens.");
            int events = tell(acts, new QualityDesk(rooms, staff, days, acts));
            List<Master> orders = new ArrayList<>(SalesToday.masters(today));
            orders.addAll(OrdersToday.masters(today, ofToday(acts)));
            define(orders, "Orders of the day.");
            new Papers(rooms.judging().certificates(), today).keep(acts);
            new OwnPapers(rooms, staff).issue(acts);
            new Calibrations(rooms, staff, days, today).keep(acts);
            rooms.seal().run();
            rooms.clock().run();
            return new Told(events, staff.signIns(), staff.token());
        } finally {
            rooms.clock().run();
        }
    }

    private Stream<Event> ofToday(List<Act> acts) {
        Instant morning = days.at(Workdays.TODAY, 0);
        return acts.stream()
                .filter(act -> !act.recordedAt().isBefore(morning))
                .flatMap(act -> act.events().stream());
    }

    private void define(List<Master> all, String reason) {
        Amendment masters = Amendment.of(all, reason);
        switch (rooms.catalog().amend(masters, Crew.QUINN.author())) {
            case AmendmentAnswer.Amended _ -> {}
            case AmendmentAnswer.Refused(var refusals) ->
                throw new IllegalStateException("the masters of the demo: " + refusals);
        }
    }

    /**
     * Tells the acts in batches, each at the moment of its last; the journal is sealed day by day.
     */
    private int tell(List<Act> acts, QualityDesk quality) {
        int told = 0;
        int day = 0;
        progress.told(told, acts.size());
        for (List<Act> batch : batches(acts)) {
            Instant at = batch.getLast().recordedAt();
            if (!at.isBefore(days.at(Math.min(day + 1, Workdays.TODAY), 0))
                    && day < Workdays.TODAY) {
                rooms.seal().run();
                while (day < Workdays.TODAY && !at.isBefore(days.at(day + 1, 0))) day++;
            }
            quality.until(at);
            List<Submission> submissions =
                    batch.stream().map(act -> submission(act, quality)).toList();
            rooms.clock().stand(at);
            check(rooms.ledger().append(submissions));
            if (day >= Workdays.TODAY - 1) rooms.seal().run();
            told += batch.size();
            progress.told(told, acts.size());
        }
        quality.until(days.end());
        rooms.seal().run();
        return told;
    }

    private List<List<Act>> batches(List<Act> acts) {
        Instant late = days.at(Workdays.TODAY - LATE_DAYS, 0);
        List<List<Act>> batches = new ArrayList<>();
        List<Act> batch = new ArrayList<>();
        for (Act act : acts) {
            Duration together = act.recordedAt().isBefore(late) ? LONG_AGO : OF_LATE;
            if (!batch.isEmpty() && endsBefore(act, batch, together)) {
                batches.add(batch);
                batch = new ArrayList<>();
            }
            batch.add(act);
        }
        batches.add(batch);
        return batches;
    }

    /**
     * A correction is told apart from what it corrects, and a judgement from the birth that opened
     * the inspection on which it rests.
     */
    private boolean endsBefore(Act act, List<Act> batch, Duration together) {
        Event first = act.events().getFirst();
        boolean rests = first instanceof Event.Judged
                && !act.recordedAt().isBefore(days.at(Workdays.TODAY - Testing.CREAM_DAYS, 0));
        return batch.size() == MOST_TOGETHER
                || act.recordedAt().isAfter(batch.getFirst().recordedAt().plus(together))
                || first instanceof Event.Corrected
                || rests;
    }

    private Submission submission(Act act, QualityDesk quality) {
        Act.Signing signing = act.signing();
        if (signing == null) return Submission.of(act.author(), act.events());
        rooms.clock().stand(act.recordedAt());
        Event event = quality.resting(act.events().getFirst());
        return Submission.signed(
                act.author(), event, staff.sign(rooms.signatures(), signing, event));
    }

    static void check(List<Answer> answers) {
        for (Answer answer : answers) {
            if (answer instanceof Answer.Refused(var event, var why)) {
                throw new IllegalStateException("the story is refused at event " + event + ": "
                        + why.code() + " (" + why.element() + ") " + why.sentence());
            }
        }
    }
}
