package stemma.inquiry.web;

import stemma.inquiry.Exposure;
import stemma.inquiry.Reception;
import stemma.inquiry.Stage;
import stemma.inquiry.Tally;
import stemma.quantity.Quantity;

import java.util.List;

/** The board with what its page needs besides: the control of the moment, and addresses of rows. */
public record BoardPage(Exposure board, KnownAtView knownAt) {
    /** How many rows of customers the board itself has; more are a page of their own. */
    private static final int CUSTOMERS = 200;

    /** How many shipments on the road the board itself names. */
    private static final int TRUCKS = 100;

    /** How many shipments a row of customers names. */
    private static final int SHIPMENTS = 8;

    /** The stages that count as gone, in the fifth number of the board. */
    public static final List<Stage> GONE =
            List.of(Stage.USED_UP, Stage.SAMPLED_OR_SCRAPPED, Stage.UNACCOUNTED);

    public List<Reception> receptions() {
        return board.receptions();
    }

    /** Returns the receptions that stand on the board, those with goods on the road first. */
    public List<Reception> firstReceptions() {
        return receptions().subList(0, Math.min(CUSTOMERS, receptions().size()));
    }

    /** Returns the shipments that the board names, the latest first. */
    public List<Exposure.Truck> firstTrucks() {
        return board.onTheRoad().subList(0, Math.min(TRUCKS, board.onTheRoad().size()));
    }

    /** Returns the shipments that a row of customers names, by their codes. */
    public List<String> firstShipments(Reception row) {
        return row.firstShipments(SHIPMENTS);
    }

    /** Returns how many more there are. */
    public int moreShipments(Reception row) {
        return Math.max(0, row.shipments().size() - SHIPMENTS);
    }

    /** Returns the address of all shipments of the row. */
    public String shipmentsOf(Reception row) {
        String words =
                row.consignee().name() + " " + row.consignee().shipToName() + " " + row.itemName();
        return rows("shipments") + "&only=" + stemma.inquiry.Subject.encoded(words);
    }

    public List<Tally> sums() {
        return board.sums();
    }

    public BarView bar(Tally tally) {
        return BarView.of(tally);
    }

    public Quantity gone(Tally tally) {
        Quantity gone = Quantity.zero(tally.unit());
        for (Stage stage : GONE) gone = gone.plus(tally.at(stage));
        return gone;
    }

    /** Returns the words under the fifth number. */
    public String goneWords(Tally tally) {
        StringBuilder words = new StringBuilder();
        for (Stage stage : GONE) {
            if (!words.isEmpty()) words.append(" · ");
            words.append(Words.number(tally.at(stage))).append(' ').append(stage.words());
        }
        return words.toString();
    }

    /** Returns the address of the rows behind a number. */
    public String rows(String show, Tally tally) {
        return rows(show) + "&unit="
                + stemma.inquiry.Subject.encoded(tally.unit().code());
    }

    public String rows(String show) {
        return "/board/rows?" + board.subject().query() + "&show=" + show + knownAt.query();
    }

    public String rows(String show, Exposure.Part group) {
        return rows(show) + "&of=" + stemma.inquiry.Subject.encoded(group.item().code()) + "&tier="
                + group.tier().name().toLowerCase(java.util.Locale.ROOT);
    }

    public String address(String path) {
        return path + "?" + board.subject().query() + knownAt.query();
    }

    /** Returns the address that says what changed since this answer. */
    public String changed() {
        return knownAt.changed("forward", board.completeness().sealedSize());
    }

    /** Returns what is still on the road under a shipment, one amount for each unit. */
    public String stillOn(Exposure.Truck truck) {
        return String.join(" + ", truck.left().stream().map(Words::quantity).toList());
    }
}
