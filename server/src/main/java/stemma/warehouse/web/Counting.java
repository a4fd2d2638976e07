package stemma.warehouse.web;

import org.jspecify.annotations.Nullable;

import stemma.access.Caller;
import stemma.access.Permission;
import stemma.catalog.Catalog;
import stemma.catalog.Location;
import stemma.identifiers.DocumentCode;
import stemma.identifiers.SiteCode;
import stemma.ledger.Answer;
import stemma.ledger.Evidence;
import stemma.ledger.Place;
import stemma.lots.Lots;
import stemma.quantity.Quantity;
import stemma.shell.Problem;
import stemma.shell.Refused;
import stemma.stock.Stock;
import stemma.warehouse.CountCard;
import stemma.warehouse.CountDocument;
import stemma.warehouse.Counts;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What people and programs do with counts, in the words in which they say it. */
final class Counting {
    private final Counts counts;
    private final Catalog catalog;
    private final Goods goods;

    Counting(Counts counts, Catalog catalog, Lots lots, Stock stock) {
        this.counts = counts;
        this.catalog = catalog;
        this.goods = new Goods(catalog, lots, stock);
    }

    /** What was counted: which lot, as it is called, and how much of it. */
    record Line(Goods.Found found, Quantity quantity) {}

    /** Asks for a count; refused with {@code location_unknown} where there is no such place. */
    CountDocument open(
            Caller caller,
            DocumentCode code,
            String place,
            CountDocument.Sight sight,
            LocalDate due) {
        Place where = Place.of(goods.place(place, goods.onlySite().orElse(null)));
        SiteCode site = goods.site(where).or(goods::onlySite).orElseThrow(() -> unknown(place));
        boolean known = !(where instanceof Place.At(var at, var location))
                || catalog.find(Location.key(at, location)).isPresent();
        if (!known) throw unknown(place);
        caller.require(Permission.MOVE, site);
        return counts.open(caller.author(), code, site, where, sight, due);
    }

    /**
     * Notes what was found; a number alone is in the lot's unit, and none at all is one unit of a
     * serial, or as many as the id names.
     */
    Line count(
            Caller caller,
            DocumentCode count,
            String id,
            String what,
            String quantity,
            @Nullable Quantity weight,
            Evidence evidence) {
        caller.require(Permission.MOVE, counts.card(count).document().site());
        Goods.Found found = goods.lot(id, what)
                .orElseThrow(() -> new Refused(Problem.of(
                                "lot_unknown", 404, "There is no one lot or unit " + what + ".")
                        .advising("Scan its label, or choose it among those that look like it.")));
        String amount = quantity.isBlank() && found.lot().isSerial()
                ? Integer.toString(found.portion().count())
                : quantity.strip();
        Quantity number = amount.matches("[\\d.,]+")
                ? Quantity.of(amount, found.lot().unit())
                : Quantity.of(amount);
        counts.count(caller.author(), count, found.portion(), number, weight, evidence);
        return new Line(found, number);
    }

    /** Notes none of what nobody has counted, and returns of how many lots or units that was. */
    int takeRestAsMissing(Caller caller, DocumentCode count) {
        CountCard card = counts.card(count);
        caller.require(Permission.MOVE, card.document().site());
        for (CountCard.Difference line : card.uncounted())
            counts.count(
                    caller.author(),
                    count,
                    line.portion(),
                    Quantity.zero(line.lot().unit()),
                    null,
                    Evidence.KEYED);
        return card.uncounted().size();
    }

    /** Returns what made the books meet the goods; nothing where all agreed. */
    Optional<Answer.Appended> post(Caller caller, DocumentCode count, Counts.Extent extent) {
        SiteCode site = counts.card(count).document().site();
        caller.require(Permission.MOVE, site);
        caller.require(Permission.REPORT_FACT, site);
        return counts.post(caller.author(), count, extent).map(answer -> switch (answer) {
            case Answer.Appended appended -> appended;
            case Answer.Refused(var _, var why) ->
                throw new Refused(Problem.of(why.code(), 409, why.sentence()).kept());
        });
    }

    void drop(Caller caller, DocumentCode count) {
        caller.require(Permission.MOVE, counts.card(count).document().site());
        counts.drop(caller.author(), count);
    }

    /** Returns the counts at sites that the caller may see. */
    static List<CountDocument> seen(Caller caller, List<CountDocument> all) {
        return all.stream()
                .filter(count -> caller.may(Permission.SEE_RECORD, count.site()))
                .toList();
    }

    private static Refused unknown(String place) {
        return new Refused(Problem.of("location_unknown", 422, "There is no place " + place + ".")
                .advising("Write a location of your site, SITE/LOCATION, or a container."));
    }
}
