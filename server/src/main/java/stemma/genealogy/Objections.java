package stemma.genealogy;

import org.jspecify.annotations.Nullable;

import stemma.journal.Finding;
import stemma.ledger.Passport;
import stemma.ledger.PassportDate;
import stemma.ledger.Status;
import stemma.stock.Purpose;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What stands against an intent by what was recorded before it. In doubt nothing does: a lot is
 * expired only by every passport it had, and when its last day was over wherever a site may be.
 */
final class Objections {
    private static final ZoneOffset WHERE_DAYS_END_LAST = ZoneOffset.ofHours(-12);

    private final Decided decided;
    private final List<InForce> holds;
    private final List<Finding> findings = new ArrayList<>();

    Objections(Decided decided, List<InForce> holds) {
        this.decided = decided;
        this.holds = holds;
    }

    List<Finding> against(Taking taking) {
        findings.clear();
        List<Passport> passports = decided.passports(taking.lot(), taking.seq());
        if (passports.isEmpty()) {
            find("used_before_born", taking, "before any entry brought it forth");
            return List.copyOf(findings);
        }
        for (InForce hold : holds) {
            if (hold.at(taking.seq()) && hold.names(taking.lot(), passports))
                find(
                        "used_though_held",
                        taking,
                        "in spite of hold " + hold.held().hold());
        }
        decided.status(taking.lot(), taking.seq())
                .filter(status -> forbids(status, taking))
                .ifPresent(status -> find(
                        "used_though_unfit",
                        taking,
                        "when it was " + status.name().toLowerCase(java.util.Locale.ROOT)));
        if (taking.purpose() == Purpose.LEND) return List.copyOf(findings);
        if (isOver(passports, Passport::expiry, taking))
            find("used_though_expired", taking, "after its last day");
        if (isOver(passports, Passport::retest, taking))
            find("used_though_expired", taking, "after it was to be tested again");
        return List.copyOf(findings);
    }

    private static boolean forbids(Status status, Taking taking) {
        return switch (status) {
            case RELEASED -> false;
            case RESTRICTED -> taking.purpose() == Purpose.SHIP;
            case QUARANTINED -> taking.purpose() != Purpose.LEND;
            case REJECTED -> true;
        };
    }

    private static boolean isOver(
            List<Passport> passports,
            Function<Passport, @Nullable PassportDate> date,
            Taking taking) {
        LocalDate day = taking.recordedAt().atOffset(WHERE_DAYS_END_LAST).toLocalDate();
        return passports.stream().allMatch(passport -> {
            PassportDate end = date.apply(passport);
            return end != null && end.lastDay().isBefore(day);
        });
    }

    private void find(String code, Taking taking, String why) {
        findings.add(taking.found(code, why));
    }
}
