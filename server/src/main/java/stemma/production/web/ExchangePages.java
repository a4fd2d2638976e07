package stemma.production.web;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import stemma.access.Caller;
import stemma.identifiers.EventIds;
import stemma.identifiers.LocationCode;
import stemma.identifiers.LotId;
import stemma.identifiers.SiteCode;
import stemma.intake.Desk;
import stemma.intake.Objection;
import stemma.intake.Slip;
import stemma.ledger.Place;
import stemma.lots.Lot;
import stemma.lots.Lots;
import stemma.lots.SerialUnit;
import stemma.shell.Address;
import stemma.stock.Balance;
import stemma.stock.Stock;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The page on which a component of a unit is exchanged: one comes out, another goes in, both or
 * none. What was installed by itself comes out as it was; what went in when the unit was built is
 * reclaimed as a lot of its own, which descends from the unit.
 */
@Controller
class ExchangePages {
    private final Lots lots;
    private final Stock stock;
    private final Desk desk;
    private final Taking taking;
    private final EventIds ids;
    private final ZoneId zone;

    ExchangePages(Lots lots, Stock stock, Desk desk, Taking taking, EventIds ids, ZoneId zone) {
        this.lots = lots;
        this.stock = stock;
        this.desk = desk;
        this.taking = taking;
        this.ids = ids;
        this.zone = zone;
    }

    @GetMapping("/production/exchange")
    String blank(
            @RequestParam String site, @RequestParam(defaultValue = "") String unit, Model model) {
        return page(Slip.blank(ids).with("site", site).with("unit", unit), model);
    }

    private static String page(Slip slip, Model model) {
        model.addAttribute("slip", slip);
        return "production/exchange";
    }

    @PostMapping("/production/exchange")
    ModelAndView exchange(
            Caller caller,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(defaultValue = "") String password,
            Model model,
            RedirectAttributes redirect) {
        Slip slip = Slip.sent(sent);
        return switch (given(caller, slip, password)) {
            case Desk.Outcome.Recorded _ -> {
                redirect.addFlashAttribute("said", said(slip));
                yield new ModelAndView(
                        "redirect:/production/exchange?site=" + Address.encoded(slip.word("site")));
            }
            case Desk.Outcome.Objected objected ->
                new ModelAndView(
                        page(slip.with(objected), model), model.asMap(), HttpStatus.CONFLICT);
        };
    }

    private static String said(Slip slip) {
        String out = slip.has("out") ? slip.word("out") + " came out of it. " : "";
        String in = slip.has("in") ? slip.word("in") + " went into it. " : "";
        return "Unit " + slip.word("unit") + ": " + out + in + "Scan the next unit.";
    }

    private Desk.Outcome given(Caller caller, Slip slip, String password) {
        List<Objection> wrong = new ArrayList<>();
        Optional<SerialUnit> unit = living(slip.word("unit"));
        if (unit.isEmpty())
            wrong.add(objection("unit", "There is no unit " + slip.word("unit") + "."));
        if (!slip.has("out") && !slip.has("in"))
            wrong.add(objection("in", "Scan what comes out, or what goes in."));
        if (unit.isEmpty() || !wrong.isEmpty()) return new Desk.Outcome.Objected(wrong);
        ObjectNode both = JsonNodeFactory.instance.objectNode();
        ArrayNode events = both.putArray("events");
        if (slip.has("out")) events.add(removed(slip, unit.get().unit(), password, wrong));
        if (slip.has("in")) events.add(installed(slip, unit.get().unit(), password, wrong));
        if (!wrong.isEmpty()) return new Desk.Outcome.Objected(wrong);
        return desk.give(caller, both);
    }

    private Optional<SerialUnit> living(String serial) {
        if (serial.isEmpty()) return Optional.empty();
        return lots.bySerial(serial).stream()
                .filter(unit -> unit.state() == SerialUnit.Life.GOES_ON)
                .max(Comparator.comparing(SerialUnit::life));
    }

    private ObjectNode removed(Slip slip, LotId unit, String password, List<Objection> wrong) {
        ObjectNode draft = draft("removed", slip, unit, password);
        String to = new Place.At(
                        new SiteCode(slip.word("site")),
                        new LocationCode(slip.has("to") ? slip.word("to") : "MAIN"))
                .text();
        Place inside = new Place.InUnit(unit);
        Lot lot = named(slip.word("out"));
        if (lot == null) {
            wrong.add(objection("out", "There is no lot or unit " + slip.word("out") + "."));
            return draft;
        }
        Optional<Balance> there = stock.balances(List.of(lot)).stream()
                .filter(balance -> balance.place().equals(inside))
                .filter(balance -> isNamed(slip.word("out"), balance))
                .findFirst();
        if (there.isPresent()) {
            draft.putObject("original")
                    .put("lot", there.get().lot().toString())
                    .put("quantity", quantity(slip, lot))
                    .put("from", inside.text());
            return draft.put("to", to);
        }
        ObjectNode birth = draft.putObject("reclaimed");
        String number = slip.has("number") ? slip.word("number") : slip.word("out") + "-R";
        ObjectNode passport = birth.putObject("passport");
        passport.put("item", lot.item().code()).put("number", number);
        if (lot.isSerial())
            passport.putObject("serials")
                    .put("prefix", "")
                    .put("first", 0)
                    .put("digits", 0)
                    .putArray("texts")
                    .add(number);
        birth.put("quantity", quantity(slip, lot)).put("to", to).put("status", "quarantined");
        return draft;
    }

    private boolean isNamed(String text, Balance balance) {
        List<SerialUnit> units = lots.bySerial(text);
        return units.isEmpty()
                || units.stream().anyMatch(unit -> balance.lot().contains(unit.unit()));
    }

    private @Nullable Lot named(String text) {
        return lots.bySerial(text).stream()
                .max(Comparator.comparing(SerialUnit::life))
                .map(SerialUnit::block)
                .or(() -> lots.family(null, new stemma.identifiers.LotNumber(text)).stream()
                        .findFirst())
                .orElse(null);
    }

    private static String quantity(Slip slip, Lot lot) {
        String said = slip.word("quantity");
        if (said.isEmpty()) return "1 " + lot.unit();
        return said.matches("[\\d.,]+") ? said + " " + lot.unit() : said;
    }

    private ObjectNode installed(Slip slip, LotId unit, String password, List<Objection> wrong) {
        ObjectNode draft = draft("installed", slip, unit, password);
        draft.put("id", slip.event().beside("installed").toString());
        Taking.Row row = new Taking.Row(slip.word("in"), slip.word("quantity"), "");
        switch (taking.take(row, new SiteCode(slip.word("site")), "in")) {
            case Taking.Taken.Line(var line, var _) -> draft.set("component", line);
            case Taking.Taken.Whole(var container) ->
                wrong.add(objection("in", container + " is a container; scan what is in it."));
            case Taking.Taken.Unsettled(var objection) -> wrong.add(objection);
        }
        return draft;
    }

    private ObjectNode draft(String kind, Slip slip, LotId unit, String password) {
        ObjectNode draft = slip.draft(kind, zone, password);
        draft.put("site", slip.word("site")).put("unit", unit.toString());
        return draft.put("position", position(slip));
    }

    /** Where in the unit: as it was said, else what kind of component stands there. */
    private String position(Slip slip) {
        if (slip.has("position")) return slip.word("position");
        Lot part = named(slip.word(slip.has("in") ? "in" : "out"));
        return part == null ? "" : part.item().code();
    }

    private static Objection objection(String element, String sentence) {
        return new Objection("field_invalid", element, sentence, Objection.Remedy.CORRECT);
    }
}
