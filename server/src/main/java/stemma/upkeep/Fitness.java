package stemma.upkeep;

import stemma.catalog.Resource;
import stemma.ledger.Rule;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** What stands against a use: pure, from what is asked and how the resource stands. */
final class Fitness {
    private Fitness() {}

    /** One rule that a use would break: what is the matter, and what mends it. */
    record Lack(Rule rule, String fact, String remedy) {
        String sentence() {
            return fact + "; " + remedy;
        }
    }

    static List<Lack> lacks(
            Resource resource,
            Requirements.Asked asked,
            Condition condition,
            Instant at,
            ZoneId zone) {
        List<Lack> lacks = new ArrayList<>();
        if (asked.asks(Demand.CALIBRATED)) calibration(resource, condition, at, zone, lacks);
        if (asked.asks(Demand.CLEAN)) cleaning(resource, asked, condition, lacks);
        if (asked.cleanHours().isPresent()) standing(resource, asked, condition, at, lacks);
        return lacks;
    }

    private static void calibration(
            Resource resource, Condition condition, Instant at, ZoneId zone, List<Lack> lacks) {
        UpkeepEntry.Calibrated calibrated = condition.calibrated();
        String why;
        if (calibrated == null) why = " was never calibrated";
        else if (calibrated.asLeft() == UpkeepEntry.Finding.FAILED)
            why = " failed its calibration " + calibrated.certificate();
        else if (calibrated.validUntil() != null
                && calibrated.validUntil().isBefore(at.atZone(zone).toLocalDate()))
            why = " was calibrated until " + calibrated.validUntil();
        else return;
        lacks.add(new Lack(
                Rule.RESOURCE_OUT_OF_CALIBRATION,
                resource.code() + why,
                "tell its calibration" + where(resource)));
    }

    private static void cleaning(
            Resource resource, Requirements.Asked asked, Condition condition, List<Lack> lacks) {
        Condition.Foreign foreign = condition.foreign();
        if (foreign == null) return;
        if (waits(asked, condition)) {
            lacks.add(unverified(resource));
            return;
        }
        lacks.add(new Lack(
                Rule.RESOURCE_NOT_CLEAN,
                resource.code() + " was used for " + foreign.product()
                        + (foreign.run().isEmpty() ? "" : " in run " + foreign.run())
                        + " and not cleaned since",
                "tell its cleaning" + where(resource)));
    }

    /** Says whether the latest cleaning would do, had another verified it. */
    private static boolean waits(Requirements.Asked asked, Condition condition) {
        Condition.Cleaning cleaned = condition.cleaned();
        return asked.asks(Demand.VERIFIED)
                && cleaned != null
                && cleaned.check() == Condition.Check.UNVERIFIED
                && (condition.foreign() == null
                        || cleaned.at().isAfter(condition.foreign().at()));
    }

    private static Lack unverified(Resource resource) {
        return new Lack(
                Rule.RESOURCE_NOT_CLEAN,
                "Nobody has verified the cleaning of " + resource.code(),
                "another than who cleaned it signs" + where(resource));
    }

    /** Once in use it stands no more; only the first use after a cleaning is measured. */
    private static void standing(
            Resource resource,
            Requirements.Asked asked,
            Condition condition,
            Instant at,
            List<Lack> lacks) {
        if (condition.usedSince() != null) return;
        int hours = asked.cleanHours().orElseThrow();
        Condition.Cleaning cleaned = condition.cleaned();
        if (cleaned == null) {
            lacks.add(new Lack(
                    Rule.CLEAN_HOLD_EXCEEDED,
                    resource.code() + " was never cleaned",
                    "tell its cleaning" + where(resource)));
            return;
        }
        if (waits(asked, condition)) {
            if (lacks.isEmpty()) lacks.add(unverified(resource));
            return;
        }
        Duration stood = Duration.between(cleaned.at(), at);
        if (stood.compareTo(Duration.ofHours(hours)) <= 0) return;
        lacks.add(new Lack(
                Rule.CLEAN_HOLD_EXCEEDED,
                resource.code() + " stood " + stood.toHours() + " h since its cleaning, and may "
                        + hours + " h",
                "tell another cleaning" + where(resource)));
    }

    private static String where(Resource resource) {
        return " at " + UpkeepAddress.of(resource.code()) + ".";
    }
}
