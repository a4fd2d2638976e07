package stemma.scenario;

import org.jspecify.annotations.Nullable;

import stemma.catalog.ConversionAnswer;
import stemma.catalog.Item;
import stemma.catalog.ResourceKind;
import stemma.catalog.Tracking;
import stemma.identifiers.ContainerCode;
import stemma.identifiers.DocumentCode;
import stemma.identifiers.EventId;
import stemma.identifiers.ItemCode;
import stemma.identifiers.LotNumber;
import stemma.identifiers.PartnerCode;
import stemma.identifiers.Portion;
import stemma.identifiers.RunId;
import stemma.identifiers.SerialNumber;
import stemma.identifiers.ShipmentCode;
import stemma.identifiers.SiteCode;
import stemma.ledger.Birth;
import stemma.ledger.Circumstances;
import stemma.ledger.Evidence;
import stemma.ledger.Line;
import stemma.ledger.MalformedEvent;
import stemma.ledger.Measured;
import stemma.ledger.Passport;
import stemma.ledger.Place;
import stemma.ledger.ResourceUse;
import stemma.ledger.Serials;
import stemma.ledger.Status;
import stemma.quantity.Quantity;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One event in the making: turns what is written into places, quantities, lines and births of this
 * scene, and remembers the site and the conversions that belong into the circumstances.
 */
final class Occasion {
    private final Scene scene;
    private final Manner manner;
    private final EventId id;
    private final List<Measured> measured = new ArrayList<>();
    private @Nullable SiteCode site;

    Occasion(Scene scene, Manner manner) {
        this.scene = scene;
        this.manner = manner;
        this.id = manner.id() == null ? scene.nextId() : manner.id();
    }

    EventId id() {
        return id;
    }

    Cast cast() {
        return scene.cast();
    }

    /** Returns the circumstances; asked for when everything else of the event is known. */
    Circumstances circumstances() {
        SiteCode happened = site == null ? cast().site(Cast.MAIN.code()) : site;
        SiteCode here = manner.site() == null ? happened : cast().site(manner.site());
        ZoneId zone = cast().zone(here);
        Evidence evidence = manner.evidenceOr(Evidence.KEYED);
        List<ResourceUse> touched = manner.touched().stream()
                .map(t -> new ResourceUse(
                        cast().resource(t.resource(), ResourceKind.EQUIPMENT),
                        t.role(),
                        t.revision()))
                .toList();
        return new Circumstances(
                id,
                manner.claim(),
                scene.clock().occurrence(manner, evidence, zone),
                here,
                evidence,
                touched,
                manner.reason(),
                null,
                null,
                measured,
                List.of());
    }

    Place place(PlaceName name) {
        return switch (name) {
            case PlaceName.Spot(var where, var location) -> spot(where, location);
            case PlaceName.AtPartner(var kind, var partner, var shipTo) ->
                atPartner(kind, cast().partner(partner), shipTo);
            case PlaceName.Coded(var kind, var code) ->
                switch (kind) {
                    case "container" -> new Place.InContainer(new ContainerCode(code));
                    case "vessel" -> new Place.InVessel(cast().resource(code, ResourceKind.VESSEL));
                    case "run" -> new Place.InRun(new RunId(code));
                    default -> new Place.InTransit(new ShipmentCode(code));
                };
            case PlaceName.OnTheWay(var to, var transfer) ->
                new Place.InTransfer(cast().site(to), new DocumentCode(transfer));
            case PlaceName.Inside(var unit) -> new Place.InUnit(lot(unit).first());
            case PlaceName.Nowhere(var word) -> Place.Beyond.valueOf(word.toUpperCase(Locale.ROOT));
        };
    }

    private Place spot(@Nullable String where, String location) {
        SiteCode at = cast().site(where == null ? Cast.MAIN.code() : where);
        if (site == null) site = at;
        return new Place.At(at, cast().location(at, location));
    }

    private Place atPartner(String kind, PartnerCode partner, @Nullable String shipTo) {
        return switch (kind) {
            case "supplier" -> new Place.OfSupplier(partner);
            case "custody" -> new Place.InCustody(partner);
            default ->
                new Place.OfCustomer(
                        partner, shipTo == null ? null : cast().shipTo(partner, shipTo));
        };
    }

    /** Returns the usual place: location MAIN of site MAIN. */
    Place usual() {
        return spot(null, "MAIN");
    }

    Portion lot(LotName name) {
        return scene.names().one(name, scene::nextId);
    }

    /** Returns the amount in the item's base unit, and keeps what was read where that differs. */
    Quantity quantity(@Nullable ItemCode code, Amount amount, String element) {
        Quantity read = amount.quantity();
        Item item = code == null ? null : cast().find(code);
        if (item == null || item.baseUnit().equals(read.unit())) return read;
        var answer = cast().catalog()
                .conversions(List.of(item.code()))
                .convert(item.code(), read, item.baseUnit());
        return switch (answer) {
            case ConversionAnswer.Converted done -> {
                measured.add(new Measured(element, read, done.factor().toString(), done.version()));
                yield done.quantity();
            }
            case ConversionAnswer.Unconverted(var _, var why, var sentence) -> {
                // What no conversion reaches is the ledger's to refuse, as at every door.
                if (why.equals("no_conversion")) yield read;
                throw new MalformedEvent(why, element, sentence);
            }
        };
    }

    /** Returns a line; what is not written is taken from where the books have the lot. */
    Line line(LineText text, int index) {
        Portion lot = lot(text.lot());
        Passport passport = scene.names().passport(lot);
        ItemCode item = passport == null ? null : passport.item();
        Amount amount = text.amount();
        Quantity quantity = amount == null
                ? Quantity.each(lot.count())
                : quantity(item, amount, "lines[" + index + "].quantity");
        Amount weighed = amount == null ? null : amount.catchWeight();
        Place from = text.from() == null ? standing(lot) : place(text.from());
        return new Line(lot, quantity, weighed == null ? null : weighed.quantity(), from);
    }

    List<Line> lines(List<LineText> texts) {
        List<Line> lines = new ArrayList<>();
        for (LineText text : texts) lines.add(line(text, lines.size()));
        return lines;
    }

    private Place standing(Portion lot) {
        Place place = scene.standing(lot);
        if (place == null) return usual();
        if (place instanceof Place.At(var where, var _) && site == null) site = where;
        return place;
    }

    /** Returns births with ordinals that leave room for the units of each block. */
    List<Birth> births(List<BirthText> texts, @Nullable PartnerCode partner) {
        List<Birth> births = new ArrayList<>();
        int ordinal = 0;
        for (BirthText text : texts) {
            if (text.item() == null) throw new Unclear("of which item is " + text.number() + "?");
            Birth birth = birth(ordinal, text, text.item(), partner);
            births.add(birth);
            ordinal += birth.units();
        }
        return births;
    }

    private Birth birth(int ordinal, BirthText text, String item, @Nullable PartnerCode partner) {
        Amount amount = text.amount();
        if (amount == null) throw new Unclear("how much is " + text.number() + "?");
        ItemCode code = cast().item(item, new stemma.quantity.Unit(amount.unit()));
        Quantity quantity = quantity(code, amount, "lots[" + ordinal + "].quantity");
        Passport passport = Passport.of(code, new LotNumber(text.number()));
        if (partner != null) passport = passport.soldBy(partner);
        return born(ordinal, text, passport, quantity, partner);
    }

    /** Returns a birth whose item and amount are known already. */
    Birth born(
            int ordinal,
            BirthText text,
            Passport beginning,
            Quantity quantity,
            @Nullable PartnerCode partner) {
        Item item = cast().find(beginning.item());
        boolean serial = item != null && item.tracking() == Tracking.SERIAL
                || !text.serials().isEmpty();
        int units = serial && quantity.number().matches("\\d{1,7}")
                ? Integer.parseInt(quantity.number())
                : 1;
        Passport passport = new PassportText(cast()).with(beginning, text.facts(), partner);
        Serials serials = serial ? serials(text, units) : null;
        if (serials != null) passport = passport.withSerials(serials);
        Amount weighed = text.amount() == null ? null : text.amount().catchWeight();
        return new Birth(
                ordinal,
                units,
                passport,
                quantity,
                weighed == null ? null : weighed.quantity(),
                text.to() == null ? usual() : place(text.to()),
                text.status() == null
                        ? null
                        : Status.valueOf(text.status().toUpperCase(Locale.ROOT)));
    }

    private static @Nullable Serials serials(BirthText text, int units) {
        if (text.serials().isEmpty()) {
            return units == 1 ? Serials.of(List.of(new SerialNumber(text.number()))) : null;
        }
        String first = text.serials().getFirst();
        int dots = first.indexOf("..");
        if (dots < 0)
            return Serials.of(text.serials().stream().map(SerialNumber::new).toList());
        String from = first.substring(0, dots);
        int digits = from.length();
        while (digits > 0 && Character.isDigit(from.charAt(digits - 1))) digits--;
        String counter = from.substring(digits);
        if (counter.isEmpty() || counter.length() > 9) throw new Unclear(first + " does not count");
        return Serials.counted(
                from.substring(0, digits), Integer.parseInt(counter), counter.length());
    }
}
