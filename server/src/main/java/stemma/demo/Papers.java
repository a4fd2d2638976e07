package stemma.demo;

import stemma.certificates.Certificate;
import stemma.certificates.CertificateKind;
import stemma.certificates.Certificates;
import stemma.certificates.CertifiedValue;
import stemma.certificates.Claim;
import stemma.certificates.Verification;
import stemma.identifiers.DocumentCode;
import stemma.identifiers.EventId;
import stemma.ledger.Birth;
import stemma.ledger.Event;
import stemma.ledger.ExternalLot;
import stemma.quantity.Quantity;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The certificates that growers and mills sent with carrots and flour of late: one of a mill has
 * ended, one claims less than came, and a second paper claims one lot with another value.
 */
final class Papers {
    private static final int LATE_DAYS = 30;
    private static final int VALID_DAYS = 365;
    private static final String ASH = "ash = 0.55 %";

    private final Certificates certificates;
    private final LocalDate today;

    Papers(Certificates certificates, LocalDate today) {
        this.certificates = certificates;
        this.today = today;
    }

    /** What came of one supplier's lot, all deliveries together. */
    private record Came(EventId birth, Event.Received first, Birth line, Quantity quantity) {}

    void keep(List<Act> acts) {
        Map<String, Came> came = new LinkedHashMap<>();
        for (Act act : acts)
            for (Event event : act.events())
                if (event instanceof Event.Received e && day(e).isAfter(today.minusDays(LATE_DAYS)))
                    for (Birth birth : e.lots()) note(came, e, birth);
        int number = 0;
        for (Came lot : came.values()) keep(lot, number++);
    }

    private static void note(Map<String, Came> came, Event.Received delivery, Birth birth) {
        var item = birth.passport().item();
        boolean isWithPaper = item.equals(Ingredient.CARROT) || item.code().contains("FLOUR");
        if (!isWithPaper || birth.passport().externalLots().isEmpty()) return;
        String text = birth.passport().externalLots().getFirst().text();
        came.merge(
                item + "/" + text,
                new Came(delivery.id(), delivery, birth, birth.quantity()),
                (one, more) -> new Came(
                        one.birth(),
                        one.first(),
                        one.line(),
                        one.quantity().plus(more.quantity())));
    }

    private static LocalDate day(Event event) {
        return event.circumstances().occurredAt().from().atZone(Firm.ZONE).toLocalDate();
    }

    private void keep(Came lot, int number) {
        boolean isCarrot = lot.line().passport().item().equals(Ingredient.CARROT);
        ExternalLot theirs = lot.line().passport().externalLots().getFirst();
        String values =
                isCarrot ? "nitrate = 180 mg/kg\nlead = 0.02 mg/kg" : "protein = 11.8 %\n" + ASH;
        // The second paper certifies half of what came.
        Quantity covers = number == 1
                ? new Quantity(
                        lot.quantity().amount().divideToIntegralValue(java.math.BigDecimal.TWO),
                        lot.quantity().unit())
                : lot.quantity();
        LocalDate issued = day(lot.first());
        LocalDate until = number == 2 ? today.minusDays(1) : issued.plusDays(VALID_DAYS);
        EventId id = lot.birth().derived("certificate of " + theirs.text());
        keep(paper(id, "CA-" + theirs.text(), lot, covers, issued, until, values));
        if (number % 2 == 0)
            certificates.verify(
                    Crew.QUINN.author(),
                    id,
                    Verification.Outcome.CONFIRMED,
                    "Asked by mail; the laboratory confirms number and values.");
        if (number == 0)
            keep(paper(
                    id.derived("second"),
                    "CA-" + theirs.text() + "-B",
                    lot,
                    covers,
                    issued,
                    until,
                    isCarrot ? "nitrate = 410 mg/kg" : "protein = 9.9 %"));
    }

    private void keep(Certificate paper) {
        certificates.enter(Crew.ROSA.author(), paper);
    }

    private static Certificate paper(
            EventId id,
            String number,
            Came lot,
            Quantity covers,
            LocalDate issued,
            LocalDate until,
            String values) {
        var passport = lot.line().passport();
        ExternalLot theirs = passport.externalLots().getFirst();
        return new Certificate(
                id,
                lot.first().circumstances().site(),
                CertificateKind.ANALYSIS,
                theirs.issuer(),
                new DocumentCode(number),
                issued,
                until,
                lot.first().receipt(),
                null,
                List.of(new Claim(
                        Claim.By.LOT,
                        theirs.text(),
                        passport.item(),
                        theirs.issuer(),
                        covers,
                        CertifiedValue.lines(values))));
    }
}
