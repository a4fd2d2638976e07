package stemma.scanning;

import stemma.identifiers.ItemCode;
import stemma.identifiers.OwnCode;
import stemma.identifiers.SiteCode;
import stemma.shell.Address;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;

/** What our own symbols mean: they say their kind, so nothing is guessed. */
final class OwnReading {
    private final Goods goods;
    private final Spots spots;

    OwnReading(Goods goods, Spots spots) {
        this.goods = goods;
        this.spots = spots;
    }

    /** Returns what the code may mean, at least one thing. */
    List<Meaning> meanings(OwnCode own) {
        String first = own.codes().getFirst();
        String last = own.codes().getLast();
        List<Meaning> known = switch (own.kind()) {
            case LOT -> goods.family(Optional.of(new ItemCode(first)), last);
            case UNIT -> goods.units(Optional.of(new ItemCode(first)), last);
            case CONTAINER -> goods.container(first).stream().toList();
            case LOCATION -> spots.locations(Optional.of(new SiteCode(first)), last);
            case RESOURCE -> spots.resource(first).stream().toList();
            case ORDER -> document(ScanKind.ORDER, first, "/orders");
            case RUN -> document(ScanKind.RUN, first, "/runs");
            case SHIPMENT -> document(ScanKind.SHIPMENT, first, "/shipments");
            case STEP -> step(first, last);
            case DO -> List.of();
        };
        return known.isEmpty() ? List.of(unknown(own, first, last)) : known;
    }

    private static List<Meaning> document(ScanKind kind, String code, String path) {
        String word = kind.name().charAt(0) + kind.field().substring(1);
        return List.of(Meaning.known(kind, code, word + " " + code, Address.of(path, code)));
    }

    private static List<Meaning> step(String order, String step) {
        SequencedMap<String, String> more = new LinkedHashMap<>();
        more.put(ScanKind.ORDER.field(), order);
        return List.of(Meaning.known(ScanKind.STEP, step, "Step " + step + " of order " + order, "")
                .with(more));
    }

    private static Meaning unknown(OwnCode own, String first, String last) {
        ScanKind kind = switch (own.kind()) {
            case LOT -> ScanKind.LOT;
            case UNIT -> ScanKind.UNIT;
            case CONTAINER -> ScanKind.CONTAINER;
            case LOCATION -> ScanKind.LOCATION;
            case RESOURCE -> ScanKind.RESOURCE;
            case ORDER, RUN, SHIPMENT, STEP, DO -> ScanKind.ORDER;
        };
        SequencedMap<String, String> more = new LinkedHashMap<>();
        if (kind == ScanKind.LOT || kind == ScanKind.UNIT) more.put(ScanKind.ITEM.field(), first);
        String word = kind.name().charAt(0)
                + kind.name().substring(1).replace('_', ' ').toLowerCase(Locale.ROOT);
        return Meaning.unknown(kind, last, word + " " + last + " is not known here")
                .with(more);
    }
}
