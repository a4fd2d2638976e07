package stemma.labelling;

import org.jspecify.annotations.Nullable;

import stemma.catalog.Catalog;
import stemma.catalog.Item;
import stemma.catalog.Location;
import stemma.catalog.MasterKind;
import stemma.catalog.MasterQuery;
import stemma.catalog.Site;
import stemma.catalog.Standing;
import stemma.identifiers.ContainerCode;
import stemma.identifiers.EventId;
import stemma.identifiers.ItemCode;
import stemma.identifiers.LocationCode;
import stemma.identifiers.LotId;
import stemma.identifiers.LotNumber;
import stemma.identifiers.OwnCode;
import stemma.identifiers.Portion;
import stemma.identifiers.SerialNumber;
import stemma.identifiers.SiteCode;
import stemma.ledger.Birth;
import stemma.ledger.Event;
import stemma.ledger.Facts;
import stemma.ledger.Ledger;
import stemma.ledger.Place;
import stemma.lots.Lot;
import stemma.lots.Lots;
import stemma.printing.Barcode;
import stemma.printing.Label;
import stemma.printing.LabelKind;
import stemma.printing.Printing;
import stemma.printing.Symbol;
import stemma.shell.Problem;
import stemma.shell.Refused;
import stemma.stock.Handlings;
import stemma.stock.LotNow;
import stemma.stock.Stock;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The entry to the room: puts together the labels that are asked for. Refused with
 * {@code event_unknown}, {@code lot_unknown}, {@code container_unknown}, {@code location_unknown},
 * {@code site_unknown}, {@code labels_missing} or {@code labels_too_many}.
 */
public final class Labelling {
    private final Catalog catalog;
    private final Lots lots;
    private final Ledger ledger;
    private final Handlings handlings;
    private final ContainerLabels containers;

    public Labelling(Catalog catalog, Lots lots, Stock stock, Ledger ledger, Handlings handlings) {
        this.catalog = catalog;
        this.lots = lots;
        this.ledger = ledger;
        this.handlings = handlings;
        this.containers = new ContainerLabels(catalog, lots, stock, handlings);
    }

    /** Returns the labels, in the order in which they are printed. */
    public List<Label> labels(LabelsAsked asked) {
        return switch (asked) {
            case LabelsAsked.Born(EventId event) -> born(event);
            case LabelsAsked.Numbered(var item, var number) -> numbered(item, number);
            case LabelsAsked.One(Portion portion) -> portions(List.of(portion));
            case LabelsAsked.Packed(ContainerCode code) -> List.of(containers.label(code));
            case LabelsAsked.Spots(var site, var location) -> spots(site, location);
            case LabelsAsked.Commands() -> Cards.commands();
            case LabelsAsked.Scanner() -> List.of(Cards.scanner());
        };
    }

    private List<Label> born(EventId id) {
        Event effect = ledger.event(id)
                .orElseThrow(() -> unknown("event", id.toString(), "The record has no such entry."))
                .effect();
        if (effect == null) return List.of();
        List<Birth> births = Facts.births(effect);
        Set<ContainerCode> packed = new LinkedHashSet<>();
        if (effect instanceof Event.Packed into) packed.add(into.container());
        for (Birth birth : births)
            if (birth.to() instanceof Place.InContainer(var container)) packed.add(container);
        EventId bearing = effect.circumstances().id();
        List<Label> labels = new ArrayList<>(
                portions(births.stream().map(birth -> birth.of(bearing)).toList()));
        packed.forEach(container -> labels.add(containers.label(container)));
        return labels;
    }

    private List<Label> numbered(Optional<ItemCode> item, LotNumber number) {
        List<Lot> family = lots.family(item.orElse(null), number);
        if (family.isEmpty())
            throw unknown("lot", number.text(), "There is no lot " + number + ".");
        return portions(family.stream().map(Lot::span).toList());
    }

    /** One label for each lot, and for each unit of a block. */
    private List<Label> portions(Collection<Portion> portions) {
        Map<LotId, Lot> known = lots.lots(portions.stream().map(Portion::first).toList());
        Map<LotId, LotNow> now = handlings.now(known.values());
        Map<ItemCode, Item> items =
                catalog.items(known.values().stream().map(Lot::item).collect(Collectors.toSet()));
        Map<Portion, Lot> found = new LinkedHashMap<>();
        for (Portion portion : portions) {
            Lot lot = known.get(portion.first());
            if (lot == null)
                throw unknown("lot", portion.toString(), "There is no lot " + portion + ".");
            found.put(portion, lot);
        }
        refuseTooMany(found);
        List<Label> labels = new ArrayList<>();
        found.forEach((portion, lot) -> {
            LotNow standing = Objects.requireNonNull(now.get(lot.id()));
            Item item = items.get(lot.item());
            if (!lot.isSerial()) labels.add(LotLabels.lot(standing, item, sublot(lot)));
            else labels.addAll(units(standing, item, portion));
        });
        return labels;
    }

    /** Returns how a lot is told from its family on the label, empty where it is alone. */
    private String sublot(Lot lot) {
        List<Lot> family = lots.family(lot.item(), lot.number());
        int place = family.stream().map(Lot::id).toList().indexOf(lot.id());
        return family.size() < 2 || place < 0 ? "" : String.valueOf(place + 1);
    }

    private static void refuseTooMany(Map<Portion, Lot> found) {
        long count = found.entrySet().stream()
                .mapToLong(one -> one.getValue().isSerial() ? one.getKey().count() : 1)
                .sum();
        if (count > Printing.MOST_LABELS)
            throw new Refused(Problem.of(
                            "labels_too_many",
                            422,
                            count + " labels are more than the " + Printing.MOST_LABELS
                                    + " that are printed at once.")
                    .notRecording("")
                    .advising("Ask for a range of units: the id of the first, two dots and the"
                            + " ordinal of the last.")
                    .with("labels", String.valueOf(count)));
    }

    private List<Label> units(LotNow now, @Nullable Item item, Portion portion) {
        List<SerialNumber> serials = lots.serials(portion);
        List<Label> labels = new ArrayList<>();
        for (int i = 0; i < serials.size(); i++) {
            LotId unit = new LotId(portion.first().birth(), portion.first().ordinal() + i);
            labels.add(LotLabels.unit(now, item, unit, serials.get(i)));
        }
        return labels;
    }

    private List<Label> spots(SiteCode code, Optional<LocationCode> location) {
        Site site = catalog.sites(Set.of(code)).get(code);
        if (site == null) throw unknown("site", code.code(), "There is no site " + code + ".");
        List<Location> spots = catalog.page(MasterKind.LOCATION, MasterQuery.ALL).rows().stream()
                .map(row -> (Location) row.master())
                .filter(spot -> spot.site().equals(site.code()))
                .filter(spot -> location.map(spot.code()::equals)
                        .orElse(spot.standing() == Standing.ACTIVE))
                .toList();
        if (spots.isEmpty() && location.isPresent())
            throw unknown(
                    "location",
                    location.get().code(),
                    "There is no location " + location.get() + " at " + site.code() + ".");
        return spots.stream().map(spot -> spot(site, spot)).toList();
    }

    private static Label spot(Site site, Location spot) {
        String own = OwnCode.of(
                        OwnCode.Kind.LOCATION, site.code().code(), spot.code().code())
                .text();
        return Label.of(
                        LabelKind.LOCATION,
                        site.code() + "/" + spot.code(),
                        spot.name() + " · " + site.name(),
                        spot.code().code())
                .at(site.code())
                .bearing(List.of(Barcode.plain(Symbol.DATA_MATRIX, own)));
    }

    private static Refused unknown(String what, String code, String sentence) {
        return new Refused(
                Problem.of(what + "_unknown", 404, sentence).notRecording("").with(what, code));
    }
}
