package stemma.verifier;

import static stemma.verifier.Link.Side.DRAWN;
import static stemma.verifier.Link.Side.FED;
import static stemma.verifier.Link.Side.FILLED;
import static stemma.verifier.Link.Side.YIELDED;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Reads births, movements and links off an event: one way for each kind of event there is. */
final class Material {
    private final Id id;
    private final Fields event;
    private final List<Birth> births = new ArrayList<>(2);
    private final List<Movement> movements = new ArrayList<>(2);
    private final List<Link> links = new ArrayList<>(2);

    Material(Id id, Fields event) {
        this.id = id;
        this.event = event;
    }

    List<Birth> births() {
        return births;
    }

    List<Movement> movements() {
        return movements;
    }

    List<Link> links() {
        return links;
    }

    Material read(String kind) {
        switch (kind) {
            case "opened" -> born(event.objects("lots"), Places.BEFORE_RECORDS);
            case "received" -> born(event.objects("lots"), of("supplier"));
            case "moved", "unpacked" -> move(event.objects("lines"), event.text("to"));
            case "adjusted" -> move(event, event.text("to"));
            case "split" -> split();
            case "merged" -> merged();
            case "consumed" -> consumed();
            case "produced" -> produced();
            case "filled" -> filled();
            case "drawn" -> drawn();
            case "packed" -> move(event.objects("lines"), of("container"));
            case "installed" -> installed();
            case "removed" -> removed();
            case "sampled" -> move(event.objects("lines"), "sampled");
            case "shipped" ->
                move(event.objects("lines"), Places.of("transit", event.text("shipment")));
            case "delivered" -> move(event.objects("lines"), Places.customer(event, "consignee"));
            case "returned" -> returned();
            case "returned_to_supplier" -> move(event.objects("lines"), of("supplier"));
            case "scrapped" -> move(event.objects("lines"), "scrap");
            case "destroyed" -> move(event.objects("lines"), "destroyed");
            case "identified" -> identified();
            case "emptied",
                    "cleaned",
                    "judged",
                    "held",
                    "hold_lifted",
                    "passport_changed",
                    "corrected" -> {}
            default -> throw new Broken(Code.EVENT_UNKNOWN, "no event is called \"" + kind + "\"");
        }
        return this;
    }

    /** The place whose word is also the name of the member that holds its code. */
    private String of(String word) {
        return Places.of(word, event.text(word));
    }

    /** The run that an event is by itself bears the event's id. */
    private String ownRun() {
        return id.toString();
    }

    private String ownPlace() {
        return Places.of("run", ownRun());
    }

    private Birth born(Fields birth, String from) {
        int ordinal = birth.whole("ordinal");
        int units = birth.whole("units");
        if (units < 1) throw new Malformed("a lot has at least one unit");
        Fields passport = birth.object("passport");
        Birth born = new Birth(
                new Portion(id, ordinal, Math.addExact(ordinal, units - 1)),
                passport.text("item"),
                passport.text("number"),
                Amount.of(birth.text("quantity")),
                birth.text("to"));
        births.add(born);
        movements.add(
                new Movement(born.lot(), born.amount(), Movement.weight(birth), from, born.to()));
        return born;
    }

    private void born(List<Fields> all, String from) {
        for (Fields birth : all) born(birth, from);
    }

    private Movement move(Fields line, String to) {
        Movement movement = new Movement(
                Portion.of(line.text("lot")),
                Amount.of(line.text("quantity")),
                Movement.weight(line),
                line.text("from"),
                to);
        movements.add(movement);
        return movement;
    }

    private void move(List<Fields> lines, String to) {
        for (Fields line : lines) move(line, to);
    }

    private void link(Link.Side side, String node, Portion lot, Amount amount) {
        links.add(Link.of(side, node, lot, amount));
    }

    private void split() {
        Movement whole = move(event.object("from"), ownPlace());
        link(FED, ownRun(), whole.lot(), whole.amount());
        for (Fields one : event.objects("into")) yielded(one);
    }

    private void merged() {
        for (Fields line : event.objects("from")) {
            Movement part = move(line, ownPlace());
            link(FED, ownRun(), part.lot(), part.amount());
        }
        yielded(event.object("into"));
    }

    private void yielded(Fields birth) {
        Birth born = born(birth, ownPlace());
        link(YIELDED, ownRun(), born.lot(), born.amount());
    }

    private String run() {
        return event.object("run").text("id");
    }

    private void consumed() {
        String run = run();
        for (Fields input : event.objects("inputs")) {
            Movement in = move(input, Places.of("run", run));
            List<Portion> into = new ArrayList<>();
            for (String output : input.texts("into")) into.add(Portion.of(output));
            links.add(new Link(FED, run, in.lot(), in.amount().number(), into));
        }
    }

    private void produced() {
        String run = run();
        for (Fields output : event.objects("outputs")) {
            Birth born = born(output, Places.of("run", run));
            link(YIELDED, run, born.lot(), born.amount());
        }
    }

    private void filled() {
        for (Fields line : event.objects("lines")) {
            Movement in = move(line, of("vessel"));
            link(FILLED, event.text("vessel"), in.lot(), in.amount());
        }
    }

    private void drawn() {
        for (Fields lot : event.objects("lots")) {
            Birth born = born(lot, of("vessel"));
            link(DRAWN, event.text("vessel"), born.lot(), born.amount());
        }
    }

    private void installed() {
        Portion unit = Portion.of(event.text("unit"));
        Movement part = move(event.object("component"), "unit:" + unit);
        link(FED, ownRun(), part.lot(), part.amount());
        link(YIELDED, ownRun(), unit, part.amount());
    }

    private void removed() {
        if (event.has("original") && event.has("to"))
            move(event.object("original"), event.text("to"));
        if (!event.has("reclaimed")) return;
        Birth born = born(event.object("reclaimed"), ownPlace());
        link(FED, ownRun(), Portion.of(event.text("unit")), born.amount());
        link(YIELDED, ownRun(), born.lot(), born.amount());
    }

    private void returned() {
        String customer = Places.customer(event, "customer");
        int place = 0;
        for (Fields line : event.objects("lines")) {
            Portion of = Portion.of(line.text("of"));
            Birth born = born(line.object("as"), ownPlace());
            String run = ownRun() + "/" + place++;
            movements.add(new Movement(
                    of, born.amount(), Movement.weight(line.object("as")), customer, ownPlace()));
            link(FED, run, of, born.amount());
            link(YIELDED, run, born.lot(), born.amount());
        }
    }

    private void identified() {
        links.add(new Link(FED, ownRun(), Portion.of(event.text("is")), BigDecimal.ONE, List.of()));
        links.add(new Link(
                YIELDED, ownRun(), Portion.of(event.text("unknown")), BigDecimal.ONE, List.of()));
    }
}
