package stemma.warehouse.web;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.ContainerCode;
import stemma.identifiers.DocumentCode;
import stemma.identifiers.SiteCode;
import stemma.intake.Slip;
import stemma.ledger.Place;
import stemma.quantity.Quantity;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes of a filled-in form of the store the draft that every door takes. */
final class ActDraft {
    private final Goods goods;
    private final StoreAct act;
    private final Slip slip;
    private final ZoneId zone;
    private final String password;
    private final List<Row> rows = new ArrayList<>();
    private final List<String> containers = new ArrayList<>();
    private final List<String> unsettled = new ArrayList<>();
    private @Nullable SiteCode site;

    ActDraft(Goods goods, StoreAct act, Slip slip, ZoneId zone, String password) {
        this.goods = goods;
        this.act = act;
        this.slip = slip;
        this.zone = zone;
        this.password = password;
    }

    /** What a row of goods says, as the draft writes it; {@code where} it may stand else. */
    private record Row(String lot, String quantity, String weight, String from, String where) {}

    /** Returns the draft of what the form says. */
    ObjectNode draft() {
        for (int i = 0; i < slip.all("what").size(); i++) row(i);
        if (site == null) site = goods.onlySite().orElse(null);
        return switch (act) {
            case MOVE -> moved(goods.place(slip.word("to"), site));
            case SEND -> moved(sent());
            case ARRIVE -> moved(goods.place(slip.word("to"), site));
            case ADJUST -> adjusted();
            case SAMPLE, SCRAP -> lines(begun(0));
            case DESTROY -> lines(begun(0)).put("document", slip.word("document"));
            case PACK -> packed();
            case UNPACK -> unpacked();
            case SPLIT -> split();
            case MERGE -> merged();
        };
    }

    private void row(int i) {
        String what = slip.word("what", i);
        String id = slip.word("lot-id", i);
        if (what.isEmpty() && id.isEmpty()) return;
        var container = id.isEmpty() && act.takesContainers()
                ? goods.container(what)
                : java.util.Optional.<stemma.stock.Container>empty();
        if (container.isPresent()) {
            containers.add(container.get().code().code());
            here(goods.site(new Place.InContainer(container.get().code())).orElse(null));
            return;
        }
        var found = goods.lot(id, what);
        String said = slip.word("from", i);
        if (found.isEmpty()) {
            rows.add(new Row(what, slip.word("quantity", i), "", goods.place(said, site), ""));
            return;
        }
        Map<Place, Quantity> standing = goods.standing(found.get(), act);
        String from = said.isEmpty() ? only(standing) : named(said, standing);
        if (!from.isEmpty() && from.contains(":"))
            here(goods.site(Place.of(from)).orElse(null));
        rows.add(new Row(
                found.get().portion().toString(),
                amount(slip.word("quantity", i), found.get(), standing, from),
                slip.word("weight", i),
                from,
                said.isEmpty() ? words(standing) : ""));
    }

    private void here(@Nullable SiteCode code) {
        if (site == null) site = code;
    }

    private static String only(Map<Place, Quantity> standing) {
        return standing.size() == 1 ? standing.keySet().iterator().next().text() : "";
    }

    /** Returns the place that is meant; where the goods are has the first claim to its name. */
    private String named(String said, Map<Place, Quantity> standing) {
        return standing.keySet().stream()
                .map(Place::text)
                .filter(said::equals)
                .findFirst()
                .orElseGet(() -> goods.place(said, near(standing)));
    }

    private @Nullable SiteCode near(Map<Place, Quantity> standing) {
        return standing.keySet().stream()
                .flatMap(place -> goods.site(place).stream())
                .findFirst()
                .orElse(site);
    }

    /** Returns where it stands, where that is more than one place. */
    private static String words(Map<Place, Quantity> standing) {
        return standing.size() < 2
                ? ""
                : standing.entrySet().stream()
                        .map(e -> e.getValue() + " at " + stemma.stock.Places.words(e.getKey()))
                        .collect(Collectors.joining(" and "));
    }

    /** A number is in the unit of the lot; nothing said means all that stands there. */
    private static String amount(
            String said, Goods.Found found, Map<Place, Quantity> standing, String from) {
        if (said.isEmpty()) {
            return standing.entrySet().stream()
                    .filter(e -> e.getKey().text().equals(from))
                    .map(e -> e.getValue().toString())
                    .findFirst()
                    .orElse(found.lot().isSerial() ? found.portion().count() + " ea" : "");
        }
        return said.matches("[+-]?[\\d.,]+") ? said + " " + found.lot().unit() : said;
    }

    /** Returns what the form leaves open: from where a row is taken, where a container stands. */
    List<String> unsaid() {
        List<String> all = new ArrayList<>(unsettled);
        rows.stream()
                .filter(row -> row.from().isEmpty() && !row.where().isEmpty())
                .map(row -> "There are " + row.where() + "; say from which it is taken.")
                .forEach(all::add);
        return all;
    }

    private ObjectNode begun(int number) {
        ObjectNode draft = slip.draft(act.kind(), zone, password);
        if (number > 0) draft.put("id", slip.event().beside("row " + number).toString());
        if (site != null) draft.put("site", site.code());
        draft.put("evidence", isScanned() ? "scanned" : "keyed");
        if (act.asksWhy() && slip.has("why")) {
            String more = draft.path("reason").path("code").asString("");
            String text = slip.word("why_text") + (more.isEmpty() ? "" : " (" + more + ")");
            draft.putObject("reason").put("code", slip.word("why")).put("text", text.strip());
        }
        return draft;
    }

    /** One row that was typed makes the whole known by typing. */
    private boolean isScanned() {
        for (int i = 0; i < slip.all("what").size(); i++) {
            if (!slip.word("what", i).isEmpty() && !slip.word("evidence", i).equals("scanned"))
                return false;
        }
        return !slip.all("what").isEmpty();
    }

    private ObjectNode lines(ObjectNode draft) {
        ArrayNode lines = draft.putArray("lines");
        rows.forEach(row -> lines.add(line(row)));
        return draft;
    }

    private static ObjectNode line(Row row) {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        line.put("lot", row.lot()).put("quantity", row.quantity());
        if (!row.weight().isEmpty()) line.put("catchWeight", row.weight());
        return line.put("from", row.from());
    }

    private ObjectNode moved(String to) {
        return withContainers(lines(begun(0))).put("to", to);
    }

    private ObjectNode withContainers(ObjectNode draft) {
        ArrayNode list = draft.putArray("containers");
        containers.forEach(list::add);
        return draft;
    }

    private String sent() {
        if (!slip.has("to_site") || !slip.has("transfer")) return "";
        return new Place.InTransfer(
                        new SiteCode(slip.word("to_site")), new DocumentCode(slip.word("transfer")))
                .text();
    }

    /** Each row is an event of its own; all are recorded or none. */
    private ObjectNode adjusted() {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        ArrayNode events = all.putArray("events");
        boolean found = slip.word("way").equals("more");
        String variance = Place.Beyond.COUNT_VARIANCE.text();
        for (Row row : rows) {
            ObjectNode draft = begun(events.size())
                    .put("lot", row.lot())
                    .put("quantity", row.quantity())
                    .put("from", found ? variance : row.from())
                    .put("to", found ? row.from() : variance)
                    .put("cause", "count");
            if (!row.weight().isEmpty()) draft.put("catchWeight", row.weight());
            events.add(draft);
        }
        return all;
    }

    private ObjectNode packed() {
        ObjectNode draft = withContainers(lines(begun(0))).put("container", slip.word("container"));
        if (slip.has("to")) draft.put("at", goods.place(slip.word("to"), site));
        else if (goods.container(slip.word("container")).isEmpty()) beginsHere(draft);
        return draft.put("basis", slip.word("basis").equals("inferred") ? "inferred" : "observed");
    }

    /** A new container stands where what goes into it stands, if that is one place. */
    private void beginsHere(ObjectNode draft) {
        Set<Place> places = new LinkedHashSet<>();
        for (Row row : rows)
            if (row.from().contains(":")) places.add(goods.stands(Place.of(row.from())));
        for (String code : containers)
            places.add(goods.stands(new Place.InContainer(new ContainerCode(code))));
        if (places.size() == 1 && places.iterator().next() instanceof Place.At here) {
            draft.put("at", here.text());
        } else if (places.size() > 1) {
            String words = places.stream()
                    .map(stemma.stock.Places::words)
                    .collect(Collectors.joining(" and "));
            unsettled.add("What goes in stands at " + words + "; say where "
                    + slip.word("container") + " stands.");
        }
    }

    private ObjectNode unpacked() {
        var container = goods.container(slip.word("container"));
        if (container.isPresent()) {
            Place inside = new Place.InContainer(container.get().code());
            here(goods.site(inside).orElse(null));
        }
        return withContainers(lines(begun(0)))
                .put("container", slip.word("container"))
                .put("to", goods.place(slip.word("to"), site));
    }

    private ObjectNode split() {
        ObjectNode draft = begun(0);
        draft.put("kind", slip.word("kind"));
        if (!rows.isEmpty()) draft.set("from", line(rows.getFirst()));
        ArrayNode into = draft.putArray("into");
        for (int i = 0; i < slip.all("number").size(); i++) {
            if (!slip.word("number", i).isEmpty()) into.add(birth(i));
        }
        return draft;
    }

    private ObjectNode merged() {
        ObjectNode draft = begun(0);
        ArrayNode from = draft.putArray("from");
        rows.forEach(row -> from.add(line(row)));
        draft.set("into", birth(0));
        return draft;
    }

    /** A new lot of the same material; of another item only where the form says so. */
    private ObjectNode birth(int i) {
        ObjectNode birth = JsonNodeFactory.instance.objectNode();
        var source = goods.lot(slip.word("lot-id"), slip.word("what"));
        String item = slip.word("item", i);
        ObjectNode passport = birth.putObject("passport");
        passport.put(
                "item", item.isEmpty() ? source.map(s -> s.lot().item().code()).orElse("") : item);
        passport.put("number", slip.word("number", i));
        String said = slip.word("amount", i);
        String unit = source.map(s -> " " + s.lot().unit()).orElse("");
        birth.put(
                "quantity", said.isEmpty() ? sum() : said.matches("[\\d.,]+") ? said + unit : said);
        if (!slip.word("new_weight", i).isEmpty())
            birth.put("catchWeight", slip.word("new_weight", i));
        String to = slip.word("to");
        String from = rows.isEmpty() ? "" : rows.getFirst().from();
        birth.put("to", to.isEmpty() ? from : goods.place(to, site));
        return birth;
    }

    private String sum() {
        Quantity sum = null;
        for (Row row : rows) {
            if (row.quantity().isEmpty()) return "";
            Quantity one = Quantity.of(row.quantity());
            if (sum != null && !sum.unit().equals(one.unit())) return "";
            sum = sum == null ? one : sum.plus(one);
        }
        return sum == null ? "" : sum.toString();
    }
}
