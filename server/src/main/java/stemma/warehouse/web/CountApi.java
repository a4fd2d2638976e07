package stemma.warehouse.web;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import stemma.access.Caller;
import stemma.catalog.Catalog;
import stemma.identifiers.DocumentCode;
import stemma.identifiers.LotId;
import stemma.ledger.BodyJson;
import stemma.ledger.Evidence;
import stemma.lots.Lots;
import stemma.quantity.Quantity;
import stemma.stock.Stock;
import stemma.warehouse.CountDocument;
import stemma.warehouse.Counts;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Cycle counts for programs: asked for, counted, posted or dropped, as on the pages. */
@RestController
class CountApi {
    private final Counts counts;
    private final Counting counting;

    CountApi(Counts counts, Catalog catalog, Lots lots, Stock stock) {
        this.counts = counts;
        this.counting = new Counting(counts, catalog, lots, stock);
    }

    /** A count to be asked for. */
    record Opening(
            DocumentCode code, String place, CountDocument.@Nullable Sight sight, LocalDate due) {}

    /** What somebody found: a lot or units by id, number or serial; a serial needs no quantity. */
    record Found(
            String lot,
            @Nullable String quantity,
            @Nullable Quantity weight,
            @Nullable Evidence evidence) {}

    /** How to end a count: whether what nobody found is missing. */
    record Posting(Counts.Extent extent) {}

    /** To end a count as if it had not been. */
    record Dropping() {}

    @GetMapping("/api/v1/counts")
    Map<String, Object> list(Caller caller) {
        List<Map<String, Object>> all = Counting.seen(caller, counts.all()).stream()
                .map(CountJson::brief)
                .toList();
        return Map.of("counts", all);
    }

    @GetMapping("/api/v1/counts/{code}")
    Map<String, Object> one(@PathVariable String code) {
        return CountJson.whole(counts.card(new DocumentCode(code)));
    }

    @PostMapping("/api/v1/counts")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, Object> open(Caller caller, @RequestBody byte[] body) {
        Opening sent = BodyJson.read(Opening.class, body);
        return CountJson.brief(counting.open(
                caller,
                sent.code(),
                sent.place(),
                sent.sight() == null ? CountDocument.Sight.OPEN : sent.sight(),
                sent.due()));
    }

    @PostMapping("/api/v1/counts/{code}/lines")
    Map<String, Object> count(Caller caller, @PathVariable String code, @RequestBody byte[] body) {
        Found sent = BodyJson.read(Found.class, body);
        String id = LotId.looksLike(sent.lot().replaceFirst("\\.\\..*", "")) ? sent.lot() : "";
        DocumentCode count = new DocumentCode(code);
        counting.count(
                caller,
                count,
                id,
                sent.lot().strip(),
                sent.quantity() == null ? "" : sent.quantity(),
                sent.weight(),
                sent.evidence() == Evidence.SCANNED ? Evidence.SCANNED : Evidence.KEYED);
        return CountJson.whole(counts.card(count));
    }

    @PostMapping("/api/v1/counts/{code}/posting")
    Map<String, Object> post(Caller caller, @PathVariable String code, @RequestBody byte[] body) {
        DocumentCode count = new DocumentCode(code);
        Posting sent = BodyJson.read(Posting.class, body);
        var posted = counting.post(caller, count, sent.extent());
        Map<String, Object> json = CountJson.whole(counts.card(count));
        json.put(
                "events",
                posted.stream()
                        .flatMap(appended -> appended.events().stream())
                        .map(event -> event.event().id().toString())
                        .toList());
        return json;
    }

    @PostMapping("/api/v1/counts/{code}/dropping")
    Map<String, Object> drop(Caller caller, @PathVariable String code, @RequestBody byte[] body) {
        DocumentCode count = new DocumentCode(code);
        BodyJson.read(Dropping.class, body);
        counting.drop(caller, count);
        return CountJson.whole(counts.card(count));
    }
}
