package stemma.demo;

import stemma.identifiers.EventId;
import stemma.identifiers.ResourceCode;
import stemma.ledger.Event;
import stemma.signatures.Meaning;
import stemma.upkeep.Demand;
import stemma.upkeep.Requirement;
import stemma.upkeep.Telling;
import stemma.upkeep.UpkeepEntry;
import stemma.upkeep.UpkeepEntry.EnvironmentKind;
import stemma.upkeep.UpkeepEntry.Finding;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What was told of the equipment: a metal detector that its last calibration found bad, one that is
 * due within the week, a kettle whose calibration has ended, a line that waits for maintenance, a
 * store too warm, and the verification of the latest cleaning.
 */
final class Calibrations {
    private static final ResourceCode DETECTOR = new ResourceCode("METAL-2");
    private static final String LABORATORY = "Metro Labs";
    private static final String PASSED_BEFORE = "CAL-4417";

    private final DemoRooms rooms;
    private final Staff staff;
    private final Workdays days;
    private final LocalDate today;

    Calibrations(DemoRooms rooms, Staff staff, Workdays days, LocalDate today) {
        this.rooms = rooms;
        this.staff = staff;
        this.days = days;
        this.today = today;
    }

    void keep(List<Act> acts) {
        Finding good = Finding.PASSED;
        calibrated(DETECTOR, Workdays.TODAY - 9, good, PASSED_BEFORE, today.plusDays(80));
        calibrated(DETECTOR, Workdays.TODAY - 1, Finding.FAILED, "CAL-4603", today.plusDays(89));
        calibrated(
                new ResourceCode("METAL-1"),
                Workdays.TODAY - 9,
                good,
                "CAL-4418",
                today.plusDays(4));
        calibrated(
                new ResourceCode("KETTLE-1"),
                Workdays.TODAY - 40,
                good,
                "CAL-4102",
                today.minusDays(3));
        tell(
                Firm.line(2),
                Workdays.TODAY - 30,
                new UpkeepEntry.Maintained("Sealing heads changed", today.minusDays(1)));
        tell(
                Firm.SPICE_ROOM,
                Workdays.TODAY - 1,
                new UpkeepEntry.Monitored(EnvironmentKind.TEMPERATURE, "22.4", "°C", null, "20"));
        rooms.judging()
                .telling()
                .require(
                        Crew.QUINN.author(),
                        new Requirement(
                                id("requirement"),
                                null,
                                DETECTOR,
                                null,
                                null,
                                List.of(Demand.CALIBRATED),
                                null,
                                "Foreign bodies, procedure 31"));
        verify(acts);
    }

    private void calibrated(
            ResourceCode resource, int day, Finding found, String certificate, LocalDate until) {
        tell(
                resource,
                day,
                new UpkeepEntry.Calibrated(
                        found, Finding.PASSED, certificate, null, LABORATORY, until, null, null));
    }

    private void tell(ResourceCode resource, int day, UpkeepEntry entry) {
        Instant at = days.at(day, 16 * 60 + 50);
        rooms.judging()
                .telling()
                .tell(
                        Crew.LENA.author(),
                        new Telling.Said(id(resource + "/" + at), resource, at, entry),
                        Optional.empty());
    }

    /** The latest cleaning that Otto or Lena told was looked at by quality. */
    private void verify(List<Act> acts) {
        for (Act act : acts.reversed()) {
            for (Event event : act.events()) {
                if (!(event instanceof Event.Cleaned cleaned)) continue;
                rooms.judging()
                        .telling()
                        .tell(
                                Crew.QUINN.author(),
                                new Telling.Said(
                                        id("verified/" + cleaned.id()),
                                        cleaned.resource(),
                                        null,
                                        new UpkeepEntry.Verified(cleaned.id(), null)),
                                Optional.of(shown -> staff.sign(
                                        rooms.signatures(), Crew.QUINN, Meaning.REVIEWED, shown)));
                return;
            }
        }
    }

    private static EventId id(String of) {
        return new EventId(UUID.nameUUIDFromBytes(
                ("upkeep/" + of).getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }
}
