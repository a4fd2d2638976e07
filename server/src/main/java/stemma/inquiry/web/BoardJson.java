package stemma.inquiry.web;

import static stemma.inquiry.web.AnswerJson.map;

import org.jspecify.annotations.Nullable;

import stemma.inquiry.Board;
import stemma.inquiry.Consignee;
import stemma.inquiry.Exposure;
import stemma.inquiry.Group;
import stemma.inquiry.Reception;
import stemma.inquiry.Road;
import stemma.inquiry.Stage;
import stemma.inquiry.Tally;
import stemma.inquiry.Where;
import stemma.quantity.Quantity;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Writes the exposure board, in numbers and with the rows behind them. */
final class BoardJson {
    private BoardJson() {}

    /** Writes the board with every lot, row and shipment. */
    static Map<String, Object> board(Board board) {
        Map<String, Object> all = new LinkedHashMap<>(sums(board.exposure()));
        all.remove("onTheRoad");
        all.put("groups", board.groups().stream().map(BoardJson::group).toList());
        all.put("roads", board.roads().stream().map(BoardJson::road).toList());
        return all;
    }

    /** Writes the numbers alone, and which shipments can still be stopped. */
    static Map<String, Object> sums(Exposure board) {
        return map(
                "title", board.subject().title(),
                "at", board.at().toString(),
                "knownAt", board.insight().knownAt().map(Object::toString).orElse(null),
                "sums", board.sums().stream().map(BoardJson::tally).toList(),
                "lots", board.lots(),
                "customers", board.customers(),
                "shipTos", board.shipTos(),
                "countries", board.countries(),
                "shipments", board.shipments(),
                "lastShippedAt", board.lastShippedAt().map(Object::toString).orElse(null),
                "groups", board.parts().stream().map(BoardJson::part).toList(),
                "onTheRoad", board.onTheRoad().stream().map(BoardJson::truck).toList(),
                "consignees",
                        board.receptions().stream().map(BoardJson::reception).toList(),
                "completeness", AnswerJson.completeness(board.completeness(), board.insight()));
    }

    static Map<String, Object> part(Exposure.Part part) {
        return map(
                "part", part.tier().name().toLowerCase(Locale.ROOT),
                "item", part.item().code(),
                "name", part.name(),
                "tally", tally(part.tally()));
    }

    static Map<String, Object> truck(Exposure.Truck truck) {
        return map(
                "shipment", truck.shipment().code().code(),
                "shippedAt", truck.shipment().shippedAt().toString(),
                "consignee", consignee(truck.consignee()),
                "left", truck.left().stream().map(Quantity::toString).toList());
    }

    static Map<String, Object> group(Group group) {
        return map(
                "part", group.tier().name().toLowerCase(Locale.ROOT),
                "item", group.item().code(),
                "name", group.name(),
                "tally", tally(group.tally()),
                "lots", group.lots().stream().map(AnswerJson::lot).toList(),
                "rows", group.rows().stream().map(BoardJson::where).toList());
    }

    private static Map<String, Object> tally(Tally tally) {
        Map<String, Object> stages = new LinkedHashMap<>();
        for (Stage stage : Stage.values()) stages.put(stage.code(), text(tally.at(stage)));
        return map(
                "lots", tally.lots(),
                "came", text(tally.came()),
                "stages", stages,
                "sum", text(tally.sum()),
                "addsUp", tally.addsUp());
    }

    private static Map<String, Object> where(Where row) {
        return map(
                "lot",
                row.portion().toString(),
                "number",
                row.lot().number(),
                "stage",
                row.stage().code(),
                "place",
                row.place() == null ? null : row.place().text(),
                "unseenPlaces",
                row.unseen() == 0 ? null : row.unseen(),
                "quantity",
                text(row.quantity()),
                "shipment",
                row.shipment() == null ? null : row.shipment().code().code(),
                "consignee",
                row.consignee() == null ? null : consignee(row.consignee()));
    }

    private static Map<String, Object> consignee(Consignee to) {
        return map(
                "partner", to.partner().code(),
                "name", to.name(),
                "shipTo", to.shipTo() == null ? null : to.shipTo().code(),
                "shipToName", to.shipToName(),
                "country", to.country());
    }

    private static Map<String, Object> reception(Reception row) {
        return map(
                "consignee", consignee(row.consignee()),
                "item", row.item().code(),
                "there", text(row.there()),
                "onTheRoad", text(row.onTheRoad()),
                "shipments", row.firstShipments(Integer.MAX_VALUE));
    }

    static Map<String, Object> road(Road road) {
        return map(
                "shipment", road.shipment().code().code(),
                "order",
                        road.shipment().order() == null
                                ? null
                                : road.shipment().order().code(),
                "shippedAt", road.shipment().shippedAt().toString(),
                "consignee", consignee(road.consignee()),
                "loads",
                        road.loads().stream()
                                .map(load -> map(
                                        "lot", load.lot().lot().span().toString(),
                                        "number", load.lot().number(),
                                        "item", load.lot().lot().item().code(),
                                        "sent", text(load.sent()),
                                        "onTheRoad", text(load.onTheRoad())))
                                .toList());
    }

    private static @Nullable String text(@Nullable Quantity quantity) {
        return quantity == null ? null : quantity.toString();
    }
}
