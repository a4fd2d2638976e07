package stemma.scenario;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.LotNumber;
import stemma.identifiers.PartnerCode;
import stemma.ledger.ExternalLot;
import stemma.ledger.Passport;
import stemma.ledger.PassportDate;
import stemma.ledger.TraceabilityLotCode;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Puts what is written about a lot into its passport. */
final class PassportText {
    private final Cast cast;

    PassportText(Cast cast) {
        this.cast = cast;
    }

    /** Returns the passport with the facts; numbers without an issuer are those of the partner. */
    Passport with(Passport before, List<BirthText.Fact> facts, @Nullable PartnerCode partner) {
        Passport passport = before;
        for (BirthText.Fact fact : facts) passport = with(passport, fact, partner);
        return passport;
    }

    private Passport with(Passport p, BirthText.Fact fact, @Nullable PartnerCode partner) {
        PartnerCode maker = p.maker() == null ? partner : p.maker();
        if (fact.name().equals("supplier lot")) return known(p, fact.text(), issuer(fact, partner));
        if (fact.name().equals("maker lot")) return known(p, fact.text(), issuer(fact, maker));
        return new Passport(
                p.item(),
                isNumber(fact) ? new LotNumber(fact.text()) : p.number(),
                said(fact, "maker", cast::partner, p.maker()),
                p.seller(),
                said(fact, "tlc", code -> assigned(code, fact), p.traceabilityLotCode()),
                said(fact, "produced", PassportDate::of, p.produced()),
                said(fact, "expiring", PassportDate::of, p.expiry()),
                said(fact, "best before", PassportDate::of, p.bestBefore()),
                said(fact, "retest", PassportDate::of, p.retest()),
                said(fact, "origin", text -> text, p.origin()),
                said(fact, "owner", cast::partner, p.owner()),
                p.externalLots(),
                p.serials());
    }

    private static boolean isNumber(BirthText.Fact fact) {
        return fact.name().equals("number");
    }

    private static TraceabilityLotCode assigned(String code, BirthText.Fact fact) {
        return new TraceabilityLotCode(code, fact.second() == null ? "" : fact.second());
    }

    private static <T> @Nullable T said(
            BirthText.Fact fact, String name, Function<String, T> made, @Nullable T before) {
        return fact.name().equals(name) ? made.apply(fact.text()) : before;
    }

    private PartnerCode issuer(BirthText.Fact fact, @Nullable PartnerCode partner) {
        if (fact.second() != null) return cast.partner(fact.second());
        if (partner == null)
            throw new Unclear("who issued " + fact.text() + "? Write issued by PARTNER");
        return partner;
    }

    private static Passport known(Passport passport, String text, PartnerCode issuer) {
        List<ExternalLot> all = new ArrayList<>(passport.externalLots());
        all.add(new ExternalLot(issuer, text));
        return passport.alsoKnownAs(all);
    }
}
