package stemma.production.web;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import stemma.access.Caller;
import stemma.documents.DocumentAsked;
import stemma.identifiers.OrderCode;
import stemma.identifiers.RunId;
import stemma.intake.Walls;
import stemma.production.EquipmentAtUse;
import stemma.production.OrderCard;
import stemma.production.Production;
import stemma.production.RunCard;
import stemma.production.UnfitSeen;
import stemma.production.WorkOrders;

import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The runs and work orders for programs: the same as on the pages. */
@RestController
class RunApi {
    private final Production production;
    private final WorkOrders orders;
    private final EquipmentAtUse equipment;
    private final ZoneId zone;

    RunApi(Production production, WorkOrders orders, EquipmentAtUse equipment, ZoneId zone) {
        this.equipment = equipment;
        this.production = production;
        this.orders = orders;
        this.zone = zone;
    }

    @GetMapping("/api/v1/runs")
    Map<String, Object> list(Caller caller, DocumentAsked asked) {
        if (asked.code() != null) return one(caller, asked.code());
        var page = production.runs(asked.query(zone).within(caller));
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("total", page.total());
        var next = page.next();
        if (next != null) json.put("next", next.text());
        json.put("runs", page.rows().stream().map(RunJson::brief).toList());
        return json;
    }

    /** A code may name several: all are told. */
    @GetMapping("/api/v1/runs/{code}")
    Map<String, Object> one(Caller caller, @PathVariable String code) {
        List<RunCard> runs = production.run(code);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("runs", runs.stream().map(RunJson::whole).toList());
        return seen(caller, runs.stream().map(RunCard::id).toList()).in(json);
    }

    /** What the record shows for an order, whether it is defined or only named in events. */
    @GetMapping("/api/v1/progress/work-orders")
    Map<String, Object> order(Caller caller, @RequestParam String code) {
        OrderCard card = orders.card(new OrderCode(code));
        return seen(caller, card.runIds()).in(OrderJson.of(card));
    }

    private UnfitSeen seen(Caller caller, Collection<RunId> runs) {
        return UnfitSeen.by(site -> Walls.sees(caller, site), equipment.unfit(runs));
    }
}
