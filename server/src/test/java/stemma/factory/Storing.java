package stemma.factory;

import stemma.identifiers.ContainerCode;
import stemma.identifiers.DocumentCode;
import stemma.ledger.ContentBasis;
import stemma.ledger.Event;
import stemma.ledger.Line;
import stemma.ledger.Place;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What happens in the store: containers, transfers, and what lay in the scrap. */
final class Storing {
    private final Plant plant;
    private final Codes codes;

    Storing(Plant plant) {
        this.plant = plant;
        this.codes = plant.codes();
    }

    List<Event> packed() {
        Optional<Line> line = plant.anyLine();
        if (line.isEmpty()) return List.of();
        boolean known = plant.chance(40) && !plant.containers.isEmpty();
        ContainerCode container = known
                ? plant.pick(plant.containers)
                : new ContainerCode("PAL" + codes.salt() + "-" + plant.number());
        List<ContainerCode> inner = !known && plant.chance(30) && !plant.containers.isEmpty()
                ? List.of(plant.pick(plant.containers))
                : List.of();
        if (!known) plant.containers.add(container);
        return List.of(plant.note(new Event.Packed(
                plant.circumstances(),
                container,
                known ? null : plant.location(),
                plant.pick(ContentBasis.values()),
                List.of(line.get()),
                inner)));
    }

    List<Event> unpacked() {
        if (plant.containers.isEmpty()) return List.of();
        ContainerCode container = plant.pick(plant.containers);
        Place inside = new Place.InContainer(container);
        for (Goods.Piece piece : plant.goods.pieces()) {
            if (!piece.places().contains(inside)) continue;
            Optional<Line> line = plant.line(piece, inside);
            if (line.isEmpty()) continue;
            return List.of(plant.note(new Event.Unpacked(
                    plant.circumstances(),
                    container,
                    List.of(line.get()),
                    List.of(),
                    plant.location())));
        }
        return List.of();
    }

    /** A case comes out of a pallet, or goes into another one. */
    List<Event> takenOut() {
        if (plant.containers.size() < 2) return List.of();
        ContainerCode outer = plant.pick(plant.containers);
        ContainerCode inner = plant.pick(plant.containers);
        if (plant.chance(50)) {
            return List.of(plant.note(new Event.Unpacked(
                    plant.circumstances(), outer, List.of(), List.of(inner), plant.location())));
        }
        return List.of(plant.note(new Event.Moved(
                plant.circumstances(), List.of(), List.of(inner), new Place.InContainer(outer))));
    }

    List<Event> sentAway() {
        DocumentCode transfer = new DocumentCode("TR" + codes.salt() + "-" + plant.number());
        Place road = new Place.InTransfer(codes.site(), transfer);
        return plant.anyLine()
                .map(line -> List.<Event>of(plant.note(
                        new Event.Moved(plant.circumstances(), List.of(line), List.of(), road))))
                .orElse(List.of());
    }

    /** What was sent arrives, all of it or less. */
    List<Event> arrived() {
        return lineFrom(place -> place instanceof Place.InTransfer)
                .map(line -> List.<Event>of(plant.note(new Event.Moved(
                        plant.circumstances(), List.of(line), List.of(), plant.location()))))
                .orElse(List.of());
    }

    List<Event> destroyed() {
        return lineFrom(place -> place instanceof Place.Beyond && place.isFinite())
                .map(line -> List.<Event>of(plant.note(new Event.Destroyed(
                        plant.circumstances(),
                        new DocumentCode("CERT" + codes.salt() + "-" + plant.number()),
                        List.of(line)))))
                .orElse(List.of());
    }

    private Optional<Line> lineFrom(Predicate<Place> where) {
        for (Goods.Piece piece : plant.goods.pieces()) {
            for (Place place : piece.places()) {
                if (where.test(place) && plant.chance(60)) return plant.line(piece, place);
            }
        }
        return Optional.empty();
    }
}
