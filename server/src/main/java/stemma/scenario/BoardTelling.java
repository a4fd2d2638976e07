package stemma.scenario;

import stemma.identifiers.ItemCode;
import stemma.identifiers.LotNumber;
import stemma.identifiers.Portion;
import stemma.inquiry.Board;
import stemma.inquiry.Candidate;
import stemma.inquiry.Exposure;
import stemma.inquiry.Finding;
import stemma.inquiry.Inquiry;
import stemma.inquiry.Road;
import stemma.inquiry.Stage;
import stemma.inquiry.Subject;
import stemma.inquiry.Tally;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Prints what the inquiry answers: the exposure board of a lot, and what a number means. */
final class BoardTelling {
    private final Scene scene;
    private final Inquiry inquiry;

    BoardTelling(Scene scene) {
        this.scene = scene;
        this.inquiry = scene.plant().inquiry();
    }

    /**
     * Returns a line for each item concerned, then for each shipment, then the sums of who has it.
     */
    List<String> lines(LotName name) {
        Subject subject = subject(name);
        Exposure exposure = inquiry.exposure(subject, Optional.empty());
        Board board = inquiry.board(subject, Optional.empty());
        List<String> lines = new ArrayList<>();
        for (Exposure.Part part : exposure.parts()) {
            lines.add(part(part));
        }
        for (Road road : board.roads()) {
            for (Road.Load load : road.loads()) {
                lines.add("shipment " + road.shipment().code() + " to "
                        + road.consignee().key() + ": " + load.lot().number() + " "
                        + load.sent()
                        + (load.onTheRoad().isZero() ? "" : ", on the road " + load.onTheRoad()));
            }
        }
        lines.add("customers " + exposure.customers() + ", ship-tos " + exposure.shipTos()
                + ", shipments " + exposure.shipments());
        return lines;
    }

    /** Returns one line for the lots of an item. */
    static String part(Exposure.Part part) {
        return tier(part) + " " + part.item() + ", lots " + part.tally().lots() + ": "
                + stages(part.tally());
    }

    private Subject subject(LotName name) {
        List<Portion> family = scene.names().family(name);
        if (family.size() == 1) return inquiry.one(family.getFirst());
        Optional<ItemCode> item = Optional.ofNullable(name.item()).map(ItemCode::new);
        return inquiry.family(item, new LotNumber(name.number()));
    }

    private static String tier(Exposure.Part part) {
        return part.tier().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Every stage that has anything, and what they are of; a sum that fails says so. */
    private static String stages(Tally tally) {
        List<String> stages = new ArrayList<>();
        for (Stage stage : Stage.values()) {
            if (!tally.at(stage).isZero()) stages.add(tally.at(stage) + " " + stage.words());
        }
        return tally.came() + " = " + String.join(" + ", stages)
                + (tally.addsUp() ? "" : ", does not add up");
    }

    /** Returns the documents, containers and masters that the number names, lots left out. */
    List<String> documents(String text) {
        List<Candidate> candidates = switch (inquiry.find(text)) {
            case Finding.One(var _, var candidate) -> List.of(candidate);
            case Finding.Several(var _, var several) -> several;
            case Finding.None _ -> List.of();
        };
        return candidates.stream()
                .filter(BoardTelling::isDocument)
                .map(c -> c.kind().word() + " " + c.number()
                        + (c.about().isEmpty() ? "" : ", " + c.about()))
                .toList();
    }

    private static boolean isDocument(Candidate candidate) {
        return switch (candidate.kind()) {
            case LOT, SUBLOT, SUPPLIERS_LOT, UNIT -> false;
            case SHIPMENT,
                    RECEIPT,
                    RUN,
                    ORDER,
                    CONTAINER,
                    HOLD,
                    DOCUMENT,
                    ITEM,
                    PARTNER,
                    RESOURCE,
                    QUESTION -> true;
        };
    }
}
