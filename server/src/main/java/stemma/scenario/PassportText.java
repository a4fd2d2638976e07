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
        String text = fact.text();
        return switch (fact.name()) {
            case "expiring" -> p.expiring(PassportDate.of(text));
            case "number" ->
                new Passport(
                        p.item(),
                        new LotNumber(text),
                        p.maker(),
                        p.seller(),
                        p.traceabilityLotCode(),
                        p.produced(),
                        p.expiry(),
                        p.bestBefore(),
                        p.retest(),
                        p.origin(),
                        p.owner(),
                        p.externalLots(),
                        p.serials());
            case "best before" ->
                new Passport(
                        p.item(),
                        p.number(),
                        p.maker(),
                        p.seller(),
                        p.traceabilityLotCode(),
                        p.produced(),
                        p.expiry(),
                        PassportDate.of(text),
                        p.retest(),
                        p.origin(),
                        p.owner(),
                        p.externalLots(),
                        p.serials());
            case "produced" ->
                new Passport(
                        p.item(),
                        p.number(),
                        p.maker(),
                        p.seller(),
                        p.traceabilityLotCode(),
                        PassportDate.of(text),
                        p.expiry(),
                        p.bestBefore(),
                        p.retest(),
                        p.origin(),
                        p.owner(),
                        p.externalLots(),
                        p.serials());
            case "retest" ->
                new Passport(
                        p.item(),
                        p.number(),
                        p.maker(),
                        p.seller(),
                        p.traceabilityLotCode(),
                        p.produced(),
                        p.expiry(),
                        p.bestBefore(),
                        PassportDate.of(text),
                        p.origin(),
                        p.owner(),
                        p.externalLots(),
                        p.serials());
            case "origin" ->
                new Passport(
                        p.item(),
                        p.number(),
                        p.maker(),
                        p.seller(),
                        p.traceabilityLotCode(),
                        p.produced(),
                        p.expiry(),
                        p.bestBefore(),
                        p.retest(),
                        text,
                        p.owner(),
                        p.externalLots(),
                        p.serials());
            case "owner" ->
                new Passport(
                        p.item(),
                        p.number(),
                        p.maker(),
                        p.seller(),
                        p.traceabilityLotCode(),
                        p.produced(),
                        p.expiry(),
                        p.bestBefore(),
                        p.retest(),
                        p.origin(),
                        cast.partner(text),
                        p.externalLots(),
                        p.serials());
            case "maker" ->
                new Passport(
                        p.item(),
                        p.number(),
                        cast.partner(text),
                        p.seller(),
                        p.traceabilityLotCode(),
                        p.produced(),
                        p.expiry(),
                        p.bestBefore(),
                        p.retest(),
                        p.origin(),
                        p.owner(),
                        p.externalLots(),
                        p.serials());
            case "tlc" ->
                new Passport(
                        p.item(),
                        p.number(),
                        p.maker(),
                        p.seller(),
                        new TraceabilityLotCode(text, fact.second() == null ? "" : fact.second()),
                        p.produced(),
                        p.expiry(),
                        p.bestBefore(),
                        p.retest(),
                        p.origin(),
                        p.owner(),
                        p.externalLots(),
                        p.serials());
            case "supplier lot" -> known(p, text, issuer(fact, partner));
            case "maker lot" ->
                known(p, text, issuer(fact, p.maker() == null ? partner : p.maker()));
            default -> throw new IllegalStateException("no fact is called " + fact.name());
        };
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
