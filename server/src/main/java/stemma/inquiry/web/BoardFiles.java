package stemma.inquiry.web;

import jakarta.servlet.http.HttpServletResponse;

import stemma.access.Caller;
import stemma.inquiry.Exposure;
import stemma.inquiry.LotLine;
import stemma.inquiry.Reception;
import stemma.inquiry.Road;
import stemma.inquiry.Stage;
import stemma.inquiry.Where;
import stemma.shell.SiteTime;

import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** Writes the board and the rows behind its numbers as files. */
final class BoardFiles {
    private static final List<String> MATERIAL = List.of(
            "lot",
            "lot id",
            "item",
            "name",
            "stage",
            "place",
            "quantity",
            "unit",
            "shipment",
            "shipped at UTC",
            "customer",
            "customer name",
            "ship-to",
            "ship-to name",
            "country");
    private static final List<String> LOTS =
            List.of("lot", "lot id", "item", "name", "status", "held", "made at UTC", "expiry");
    private static final List<String> CONSIGNEES = List.of(
            "customer",
            "customer name",
            "ship-to",
            "ship-to name",
            "address",
            "country",
            "item",
            "name",
            "at customer",
            "on the road",
            "unit",
            "shipments");
    private static final List<String> SHIPMENTS = List.of(
            "shipment",
            "shipped at",
            "shipped at UTC",
            "customer",
            "customer name",
            "ship-to",
            "lot",
            "item",
            "sent",
            "still on the road",
            "unit");

    private final Caller caller;
    private final SiteTime time;

    BoardFiles(Caller caller, ZoneId zone) {
        this.caller = caller;
        this.time = new SiteTime(zone);
    }

    void board(BoardPage page, HttpServletResponse response) throws IOException {
        Exposure board = page.board();
        try (CsvSheet sheet = open(board, "board", response)) {
            List<String> head =
                    new ArrayList<>(List.of("part", "item", "name", "lots", "unit", "came to be"));
            for (Stage stage : Stage.values()) head.add(stage.words());
            head.add("adds up");
            sheet.row(head);
            for (Exposure.Part group : board.parts()) {
                List<String> row = new ArrayList<>(List.of(
                        Words.tier(group.tier()),
                        group.item().code(),
                        group.name(),
                        Integer.toString(group.tally().lots()),
                        group.tally().unit().code(),
                        group.tally().came().number()));
                for (Stage stage : Stage.values())
                    row.add(group.tally().at(stage).number());
                row.add(group.tally().addsUp() ? "yes" : "no");
                sheet.row(row);
            }
        }
    }

    void rows(RowsPage page, HttpServletResponse response) throws IOException {
        switch (page.kind()) {
            case MATERIAL -> table(page, response, page.where(), MATERIAL, this::material);
            case LOTS -> table(page, response, page.lots(), LOTS, this::lot);
            case CONSIGNEES ->
                table(page, response, page.receptions().stream(), CONSIGNEES, this::consignee);
            case SHIPMENTS -> table(page, response, page.roads(), SHIPMENTS, this::shipment);
        }
    }

    /** The rows are read as they are written; what cannot be read at all begins no file. */
    private <T> void table(
            RowsPage page,
            HttpServletResponse response,
            Stream<T> rows,
            List<String> head,
            BiConsumer<CsvSheet, T> line)
            throws IOException {
        Iterator<T> each = rows.iterator();
        var unused = each.hasNext();
        try (CsvSheet sheet = open(page.page().board(), page.show(), response)) {
            sheet.begin(head);
            while (each.hasNext()) line.accept(sheet, each.next());
            sheet.end();
        }
    }

    private CsvSheet open(Exposure board, String name, HttpServletResponse response)
            throws IOException {
        CsvSheet sheet = CsvSheet.open(response, board.subject().title() + "-" + name);
        sheet.heading(
                "Exposure board, forward: " + name,
                board.subject(),
                caller,
                board.at(),
                time.zone(),
                board.insight(),
                board.completeness());
        return sheet;
    }

    private void material(CsvSheet sheet, Where row) {
        var shipment = row.shipment();
        var to = row.consignee();
        sheet.row(
                row.lot().number(),
                row.portion().toString(),
                row.lot().lot().item().code(),
                row.lot().itemName(),
                row.stage().words(),
                row.words(),
                row.quantity().number(),
                row.quantity().unit().code(),
                shipment == null ? "" : shipment.code().code(),
                shipment == null ? "" : time.iso(shipment.shippedAt()),
                to == null ? "" : to.partner().code(),
                to == null ? "" : to.name(),
                to == null || to.shipTo() == null ? "" : to.shipTo().code(),
                to == null ? "" : to.shipToName(),
                to == null ? "" : to.country());
    }

    private void lot(CsvSheet sheet, LotLine line) {
        var expiry = line.lot().passport().expiry();
        sheet.row(
                line.number(),
                line.lot().id().toString(),
                line.lot().item().code(),
                line.itemName(),
                Words.plain(line.status().name()),
                line.isHeld() ? "held" : "",
                time.iso(line.lot().bornFrom()),
                expiry == null ? "" : expiry.text());
    }

    private void consignee(CsvSheet sheet, Reception row) {
        var to = row.consignee();
        sheet.row(
                to.partner().code(),
                to.name(),
                to.shipTo() == null ? "" : to.shipTo().code(),
                to.shipToName(),
                to.address(),
                to.country(),
                row.item().code(),
                row.itemName(),
                row.there().number(),
                row.onTheRoad().number(),
                row.there().unit().code(),
                String.join(" ", row.firstShipments(Integer.MAX_VALUE)));
    }

    private void shipment(CsvSheet sheet, Road road) {
        for (Road.Load load : road.loads()) {
            sheet.row(
                    road.shipment().code().code(),
                    time.wall(road.shipment().shippedAt()),
                    time.iso(road.shipment().shippedAt()),
                    road.consignee().partner().code(),
                    road.consignee().name(),
                    road.consignee().shipToName(),
                    load.lot().number(),
                    load.lot().lot().item().code(),
                    load.sent().number(),
                    load.onTheRoad().number(),
                    load.sent().unit().code());
        }
    }
}
