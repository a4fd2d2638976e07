package stemma.quality.web;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import stemma.access.Caller;
import stemma.quality.RetestLine;
import stemma.quality.RetestPage;
import stemma.quality.Retests;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What is to be tested again, for programs: the same as on the page. */
@RestController
class RetestApi {
    private final Retests retests;

    RetestApi(Retests retests) {
        this.retests = retests;
    }

    @GetMapping("/api/v1/retests")
    Map<String, Object> retests(Caller caller, RetestAsked asked) {
        RetestPage page = retests.seenBy(caller).page(asked.query());
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("total", page.total());
        if (page.hasMore()) json.put("from", page.query().offset() + page.rows().size());
        json.put("due", page.due());
        json.put("rows", page.rows().stream().map(RetestApi::row).toList());
        return json;
    }

    private static Map<String, Object> row(RetestLine line) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("lot", line.lot().span().toString());
        json.put("number", line.now().number());
        json.put("item", line.lot().item().code());
        json.put("quantity", line.quantity().toString());
        json.put("status", line.now().status().name().toLowerCase(Locale.ROOT));
        json.put("retest", line.by().text());
        json.put("overdue", line.isPast());
        var expiry = line.lot().passport().expiry();
        if (expiry != null) json.put("expiry", expiry.text());
        json.put("specified", line.isSpecified());
        if (line.inspection() != null) json.put("inspection", line.inspection().toString());
        return json;
    }
}
