package stemma.quality.web;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import stemma.access.Caller;
import stemma.quality.BlockedLine;
import stemma.quality.BlockedPage;
import stemma.quality.BlockedStock;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What is not fit as it stands, for programs: the same as on the page. */
@RestController
class BlockedApi {
    private final BlockedStock blocked;

    BlockedApi(BlockedStock blocked) {
        this.blocked = blocked;
    }

    @GetMapping("/api/v1/blocked-stock")
    Map<String, Object> blocked(Caller caller, BlockedAsked asked) {
        BlockedPage page = blocked.seenBy(caller).page(asked.query());
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("total", page.total());
        if (page.hasMore()) json.put("from", page.query().offset() + page.rows().size());
        json.put("figures", page.figures().stream().map(BlockedApi::figure).toList());
        json.put("rows", page.rows().stream().map(BlockedApi::row).toList());
        return json;
    }

    private static Map<String, Object> figure(BlockedPage.Figure figure) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("standing", figure.standing().word());
        json.put("lots", figure.lots());
        json.put("amount", figure.amount());
        if (figure.since() != null) json.put("since", figure.since().toString());
        return json;
    }

    private static Map<String, Object> row(BlockedLine line) {
        Map<String, Object> json = new LinkedHashMap<>();
        var stock = line.stock();
        json.put("lot", stock.lot().lot().span().toString());
        json.put("number", stock.lot().number());
        json.put("item", stock.lot().lot().item().code());
        json.put("place", BlockedStock.place(stock).text());
        json.put("quantity", stock.quantity().toString());
        json.put("status", line.status().name().toLowerCase(Locale.ROOT));
        List<String> holds =
                stock.lot().holds().stream().map(hold -> hold.code().code()).toList();
        if (!holds.isEmpty()) json.put("holds", holds);
        if (!line.supplier().isEmpty()) json.put("supplier", line.supplier());
        json.put("since", line.since().toString());
        return json;
    }
}
