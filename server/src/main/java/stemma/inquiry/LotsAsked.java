package stemma.inquiry;

import stemma.catalog.Catalog;
import stemma.database.AtOnce;
import stemma.identifiers.ItemCode;
import stemma.identifiers.PartnerCode;
import stemma.journal.Knowledge;
import stemma.ledger.Place;
import stemma.lots.Judgement;
import stemma.lots.Lot;
import stemma.lots.Lots;
import stemma.stock.Balance;
import stemma.stock.Flow;
import stemma.stock.Hold;
import stemma.stock.Stock;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What is asked of lots whose balances are known, all in one message; there once it is answered.
 */
record LotsAsked(
        Supplier<List<Flow>> roads,
        Supplier<List<Judgement>> judgements,
        Supplier<List<Hold>> holds,
        Supplier<Names> names) {

    /** Asks; {@code besides} is to be named besides. */
    static LotsAsked of(
            AtOnce message,
            Catalog catalog,
            Collection<Lot> lots,
            List<Balance> balances,
            Collection<ItemCode> besides,
            Knowledge known) {
        return new LotsAsked(
                message.ask(Stock.askRoads(lots, known)),
                message.ask(Lots.askJudgements(lots)),
                message.ask(Stock.askHolds()),
                named(message, catalog, lots, balances, besides));
    }

    private static Supplier<Names> named(
            AtOnce message,
            Catalog catalog,
            Collection<Lot> lots,
            List<Balance> balances,
            Collection<ItemCode> besides) {
        Set<ItemCode> items = new LinkedHashSet<>(besides);
        Set<PartnerCode> partners = new LinkedHashSet<>();
        // Most places are those of many lots; runs have no name.
        Set<Place> places = new HashSet<>();
        for (Lot lot : lots) {
            items.add(lot.item());
            var passport = lot.passport();
            if (passport.maker() != null) partners.add(passport.maker());
            if (passport.seller() != null) partners.add(passport.seller());
            if (passport.owner() != null) partners.add(passport.owner());
            passport.externalLots().forEach(external -> partners.add(external.issuer()));
        }
        for (Balance balance : balances)
            if (!(balance.place() instanceof Place.InRun)) places.add(balance.place());
        return Names.none().asking(message, catalog, items, partners, places);
    }
}
