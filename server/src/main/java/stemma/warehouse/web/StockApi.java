package stemma.warehouse.web;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import stemma.access.Caller;
import stemma.stock.Hold;
import stemma.warehouse.StockLine;
import stemma.warehouse.StockPage;
import stemma.warehouse.Warehouse;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The stock for programs: the same as on the page. */
@RestController
class StockApi {
    private final Warehouse warehouse;

    StockApi(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    @GetMapping("/api/v1/stock")
    Map<String, Object> stock(Caller caller, StockAsked asked) {
        StockPage page = warehouse.seenBy(caller).stock(asked.query());
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("total", page.total());
        if (page.hasMore()) json.put("from", page.query().offset() + page.rows().size());
        json.put("rows", page.rows().stream().map(StockApi::row).toList());
        return json;
    }

    private static Map<String, Object> row(StockPage.Row row) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", row.name());
        json.put("lines", row.lines().stream().map(StockApi::line).toList());
        return json;
    }

    private static Map<String, Object> line(StockLine line) {
        Map<String, Object> json = new LinkedHashMap<>();
        var passport = line.lot().lot().passport();
        json.put("item", passport.item().code());
        json.put("lot", line.lot().lot().span().toString());
        json.put("number", line.lot().number());
        json.put("place", line.stands().text());
        if (line.container() != null) json.put("container", line.container().code());
        json.put("quantity", line.quantity().toString());
        if (line.catchWeight() != null)
            json.put("catchWeight", line.catchWeight().toString());
        json.put("status", line.lot().status().name().toLowerCase(Locale.ROOT));
        List<String> holds = line.lot().holds().stream()
                .map(Hold::code)
                .map(Object::toString)
                .toList();
        if (!holds.isEmpty()) json.put("holds", holds);
        if (passport.expiry() != null) json.put("expiry", passport.expiry().toString());
        if (passport.retest() != null) json.put("retest", passport.retest().toString());
        return json;
    }
}
