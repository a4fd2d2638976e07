package stemma.upkeep.web;

import stemma.upkeep.Condition;
import stemma.upkeep.ResourceState;

import java.util.List;

/** The list of equipment as a table for spreadsheets. */
final class UpkeepSheet {
    static final List<String> HEADINGS = List.of(
            "resource",
            "name",
            "kind",
            "site",
            "due",
            "next due",
            "calibrated",
            "cleaned at",
            "cleaning verified");

    private UpkeepSheet() {}

    static List<String> cells(ResourceState one) {
        return List.of(
                one.resource().code().code(),
                one.resource().name(),
                one.resource().kind().word(),
                one.resource().site().code(),
                one.due().words(),
                one.nextDue() == null ? "" : one.nextDue().toString(),
                one.calibrationWords(),
                one.cleanedAt() == null ? "" : one.cleanedAt().toString(),
                one.cleaning() == Condition.Check.VERIFIED ? "yes" : "no");
    }
}
