package stemma.inquiry;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.Portion;
import stemma.ledger.Place;
import stemma.quantity.Quantity;
import stemma.stock.Shipment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How much of a lot is or went where: the row behind a number. On the road it names the shipment;
 * on the road and at customers the consignee. Places that who asks may not see are one row without
 * a place, which says how many they are.
 */
public record Where(
        LotLine lot,
        Portion portion,
        Stage stage,
        @Nullable Place place,
        String words,
        Quantity quantity,
        @Nullable Shipment shipment,
        @Nullable Consignee consignee,
        int unseen) {

    /** A place that is named. */
    Where(
            LotLine lot,
            Portion portion,
            Stage stage,
            Place place,
            String words,
            Quantity quantity,
            @Nullable Shipment shipment,
            @Nullable Consignee consignee) {
        this(lot, portion, stage, place, words, quantity, shipment, consignee, 0);
    }

    /** Returns the places of rows, to ask which of them may be seen. */
    static Set<Place> places(Collection<Where> rows) {
        Set<Place> places = new HashSet<>();
        for (Where row : rows) if (row.place() != null) places.add(row.place());
        return places;
    }

    /** Returns the rows with those at places not seen told as one for each lot and stage. */
    static List<Where> seen(List<Where> rows, Set<Place> unseen) {
        if (unseen.isEmpty()) return rows;
        List<Where> seen = new ArrayList<>();
        Map<Counted, Where> counted = new LinkedHashMap<>();
        for (Where row : rows) {
            if (row.place() == null || !unseen.contains(row.place())) seen.add(row);
            else
                counted.merge(new Counted(row.portion(), row.stage()), row.counted(1), Where::with);
        }
        seen.addAll(counted.values());
        return seen;
    }

    private record Counted(Portion portion, Stage stage) {}

    private Where with(Where other) {
        return new Where(
                        lot,
                        portion,
                        stage,
                        null,
                        words,
                        quantity.plus(other.quantity),
                        shipment,
                        consignee,
                        0)
                .counted(unseen + other.unseen);
    }

    private Where counted(int places) {
        return new Where(
                lot, portion, stage, null, unseen(places), quantity, shipment, consignee, places);
    }

    /** Returns in words that there are places which who asks may not see. */
    static String unseen(int places) {
        return places == 1
                ? "1 place at a site you may not see"
                : places + " places at sites you may not see";
    }
}
