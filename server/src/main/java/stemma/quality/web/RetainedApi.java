package stemma.quality.web;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

import stemma.access.Caller;
import stemma.identifiers.Portion;
import stemma.ledger.BodyJson;
import stemma.quality.BlockedStock;
import stemma.quality.RetainedLine;
import stemma.quality.RetainedPage;
import stemma.quality.RetainedQuery;
import stemma.quality.RetainedSamples;
import stemma.quality.Retaining;
import stemma.quality.Retention;

import java.util.LinkedHashMap;
import java.util.Map;

/** Retained samples for programs: the same as on the page. */
@RestController
class RetainedApi {
    private final RetainedSamples samples;
    private final Retaining retaining;

    RetainedApi(RetainedSamples samples, Retaining retaining) {
        this.samples = samples;
        this.retaining = retaining;
    }

    /** Until when a sample is kept, and why. */
    record Keeping(Portion lot, String until, String why) {}

    @GetMapping("/api/v1/retained-samples")
    Map<String, Object> retained(Caller caller, RetainedAsked asked) {
        RetainedPage page = samples.seenBy(caller).page(asked.query());
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("total", page.total());
        if (page.hasMore()) json.put("from", page.query().offset() + page.rows().size());
        json.put("due", page.figure(RetainedQuery.Show.DUE));
        json.put("soon", page.figure(RetainedQuery.Show.SOON));
        json.put("unsaid", page.figure(RetainedQuery.Show.UNSAID));
        json.put("rows", page.rows().stream().map(RetainedApi::row).toList());
        return json;
    }

    @PostMapping("/api/v1/retained-samples/retention")
    Map<String, Object> keep(Caller caller, @RequestBody byte[] body) {
        Keeping sent = BodyJson.read(Keeping.class, body);
        Retention kept =
                retaining.keep(caller, sent.lot(), RetainedPages.day(sent.until()), sent.why());
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("lot", sent.lot().toString());
        json.putAll(retention(kept));
        return json;
    }

    private static Map<String, @Nullable Object> row(RetainedLine line) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        var stock = line.stock();
        json.put("lot", stock.lot().lot().span().toString());
        json.put("number", stock.lot().number());
        if (!line.of().isEmpty()) json.put("of", line.of());
        json.put("item", stock.lot().lot().item().code());
        json.put("place", BlockedStock.place(stock).text());
        json.put("quantity", stock.quantity().toString());
        json.put("taken", line.taken().toString());
        json.put("takenBy", line.takenBy());
        json.putAll(retention(line.retention()));
        json.put("due", line.isDue());
        return json;
    }

    private static Map<String, Object> retention(Retention kept) {
        Map<String, Object> json = new LinkedHashMap<>();
        if (kept.until() != null) json.put("until", kept.until().toString());
        json.put("because", kept.because());
        return json;
    }
}
