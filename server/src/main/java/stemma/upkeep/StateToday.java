package stemma.upkeep;

import org.jspecify.annotations.Nullable;

import stemma.catalog.Resource;
import stemma.upkeep.store.EntryTable;

import java.time.LocalDate;
import java.util.Map;

/** Says how a resource stands today: pure, from what was told last of it. */
final class StateToday {
    private StateToday() {}

    static ResourceState of(
            Resource resource,
            Map<String, ToldEntry> latest,
            EntryTable.@Nullable Cleanest cleaned,
            Requirements asked,
            LocalDate today) {
        ToldEntry calibration = latest.get("calibrated");
        ToldEntry maintenance = latest.get("maintained");
        boolean required = asked.standing().stream()
                .filter(one -> one.demands().contains(Demand.CALIBRATED))
                .anyMatch(one -> new Requirements(java.util.List.of(one)).concern(resource));
        LocalDate next = earlier(until(calibration), due(maintenance));
        boolean isBad = calibration != null && until(calibration) == null
                || calibration == null && required;
        return new ResourceState(
                resource,
                calibration,
                maintenance,
                latest.get("monitored"),
                cleaned == null ? null : cleaned.at(),
                cleaned != null && cleaned.isVerified()
                        ? Condition.Check.VERIFIED
                        : Condition.Check.UNVERIFIED,
                required
                        ? ResourceState.Calibration.REQUIRED
                        : ResourceState.Calibration.NOT_REQUIRED,
                next,
                isBad ? Due.OVERDUE : next == null ? Due.NOTHING : Due.of(next, today));
    }

    /** A calibration that left it bad is good until no day. */
    private static @Nullable LocalDate until(@Nullable ToldEntry told) {
        return told != null
                        && told.entry() instanceof UpkeepEntry.Calibrated c
                        && c.asLeft() == UpkeepEntry.Finding.PASSED
                ? c.validUntil()
                : null;
    }

    private static @Nullable LocalDate due(@Nullable ToldEntry told) {
        return told != null && told.entry() instanceof UpkeepEntry.Maintained m ? m.due() : null;
    }

    private static @Nullable LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate two) {
        if (one == null) return two;
        return two == null || one.isBefore(two) ? one : two;
    }
}
