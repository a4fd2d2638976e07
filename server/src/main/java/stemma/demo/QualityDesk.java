package stemma.demo;

import stemma.ledger.Event;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** What quality does beside the ledger, each at its moment between what others tell. */
final class QualityDesk {
    private static final int MORNING = 9 * 60;

    private final DemoRooms rooms;
    private final Testing testing;
    private final Deque<Step> steps = new ArrayDeque<>();

    private record Step(Instant at, Runnable work) {}

    QualityDesk(DemoRooms rooms, Staff staff, Workdays days, List<Act> acts) {
        this.rooms = rooms;
        this.testing = new Testing(rooms, staff);
        CaseDesk cases = new CaseDesk(rooms, staff, days, acts);
        steps.add(
                new Step(days.at(Workdays.TODAY - Testing.CREAM_DAYS, 0), testing::beginWithCream));
        steps.add(new Step(days.at(Workdays.TODAY - 16, MORNING), cases::butter));
        steps.add(new Step(days.at(Workdays.TODAY - 12, MORNING), cases::lids));
        Retesting retesting = new Retesting(rooms, staff, days, testing, acts);
        steps.add(new Step(days.at(Workdays.TODAY - 11, MORNING), retesting::keep));
        steps.add(new Step(days.at(Workdays.TODAY - Testing.DAYS, 0), testing::begin));
        steps.add(new Step(days.at(Workdays.TODAY - 3, MORNING), retesting::retest));
        steps.add(new Step(days.at(Workdays.TODAY - 2, MORNING), cases::chart));
        steps.add(new Step(days.at(Workdays.TODAY - 1, MORNING), cases::hardPiece));
        steps.add(new Step(days.end(), testing::leaveSomeOpen));
        steps.add(new Step(days.end(), retesting::begin));
    }

    /** Does what is to be done until that moment, at its own moment. */
    void until(Instant moment) {
        while (!steps.isEmpty() && !steps.getFirst().at().isAfter(moment)) {
            Step step = steps.removeFirst();
            rooms.clock().stand(step.at());
            step.work().run();
        }
    }

    /** Returns the event as quality tells it: a release rests on what was found. */
    Event resting(Event event) {
        return testing.resting(event);
    }
}
