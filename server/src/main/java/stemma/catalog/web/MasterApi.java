package stemma.catalog.web;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import stemma.access.Caller;
import stemma.catalog.Amendment;
import stemma.catalog.AmendmentAnswer.Amended;
import stemma.catalog.AmendmentAnswer.Refused;
import stemma.catalog.Catalog;
import stemma.catalog.Master;
import stemma.catalog.MasterJson;
import stemma.catalog.MasterKey;
import stemma.catalog.MasterKind;
import stemma.catalog.MasterPage;
import stemma.catalog.MasterQuery;
import stemma.catalog.MasterRefusal;
import stemma.catalog.Revised;
import stemma.catalog.SheetReading;
import stemma.catalog.SheetRow;
import stemma.journal.CanonicalJson;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * The masters as JSON. A master is put whole under its codes; the revision travels as the ETag, and
 * {@code If-Match} or {@code If-None-Match: *} refuses to overwrite what one has not seen.
 */
@RestController
class MasterApi {
    private final Catalog catalog;
    private final JsonMapper json;

    MasterApi(Catalog catalog, JsonMapper json) {
        this.catalog = catalog;
        this.json = json;
    }

    @GetMapping({
        "/api/v1/items",
        "/api/v1/partners",
        "/api/v1/ship-tos",
        "/api/v1/sites",
        "/api/v1/locations",
        "/api/v1/resources",
        "/api/v1/recipes",
        "/api/v1/conversions",
        "/api/v1/purchase-orders",
        "/api/v1/work-orders",
        "/api/v1/sales-orders"
    })
    ObjectNode list(
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "all") String standing,
            @RequestParam(defaultValue = "0") int offset,
            @RequestParam(defaultValue = "1000") int limit) {
        MasterKind kind = kind(request);
        MasterQuery asked = MasterList.query(text, standing, "", "up", offset);
        MasterQuery query = new MasterQuery(
                asked.text(),
                asked.standings(),
                asked.sort(),
                asked.direction(),
                asked.offset(),
                limit);
        MasterPage<? extends Master> page = catalog.page(kind, query);
        ObjectNode answer = json.createObjectNode();
        answer.put("total", page.total()).put("offset", query.offset()).put("limit", limit);
        ArrayNode rows = answer.putArray(request.getRequestURI().substring("/api/v1/".length()));
        page.rows().forEach(row -> rows.add(MasterJson.of(row.master())));
        return answer;
    }

    @GetMapping({
        "/api/v1/items/{code}",
        "/api/v1/partners/{code}",
        "/api/v1/sites/{code}",
        "/api/v1/resources/{code}",
        "/api/v1/purchase-orders/{code}",
        "/api/v1/work-orders/{code}",
        "/api/v1/sales-orders/{code}"
    })
    ResponseEntity<JsonNode> one(HttpServletRequest request, @PathVariable String code) {
        return found(MasterKey.of(kind(request), code));
    }

    @GetMapping({
        "/api/v1/locations/{within}/{code}",
        "/api/v1/ship-tos/{within}/{code}",
        "/api/v1/recipes/{within}/{code}"
    })
    ResponseEntity<JsonNode> one(
            HttpServletRequest request, @PathVariable String within, @PathVariable String code) {
        return found(MasterKey.of(kind(request), within, code));
    }

    private ResponseEntity<JsonNode> found(MasterKey key) {
        Revised<? extends Master> revised = catalog.find(key)
                .orElseThrow(() -> MasterProblems.refused(List.of(new MasterRefusal(
                        key,
                        "master_unknown",
                        "code",
                        "there is no " + key,
                        "Look for it in the list."))));
        return ResponseEntity.ok()
                .eTag(Integer.toString(revised.revision()))
                .body(MasterJson.of(revised.master()));
    }

    @PutMapping({
        "/api/v1/items/{code}",
        "/api/v1/partners/{code}",
        "/api/v1/sites/{code}",
        "/api/v1/resources/{code}",
        "/api/v1/purchase-orders/{code}",
        "/api/v1/work-orders/{code}",
        "/api/v1/sales-orders/{code}"
    })
    ResponseEntity<JsonNode> put(
            Caller caller,
            HttpServletRequest request,
            @PathVariable String code,
            @RequestBody byte[] sent,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String match,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable
                    String noneMatch) {
        return put(
                caller,
                MasterKey.of(kind(request), code),
                CanonicalJson.read(sent),
                basis(match, noneMatch));
    }

    @PutMapping({
        "/api/v1/locations/{within}/{code}",
        "/api/v1/ship-tos/{within}/{code}",
        "/api/v1/recipes/{within}/{code}"
    })
    ResponseEntity<JsonNode> put(
            Caller caller,
            HttpServletRequest request,
            @PathVariable String within,
            @PathVariable String code,
            @RequestBody byte[] sent,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String match,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable
                    String noneMatch) {
        return put(
                caller,
                MasterKey.of(kind(request), within, code),
                CanonicalJson.read(sent),
                basis(match, noneMatch));
    }

    /** A conversion is named by its content alone: its item, if any, and its units. */
    @PutMapping("/api/v1/conversions")
    ResponseEntity<JsonNode> put(
            Caller caller,
            @RequestBody byte[] sent,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String match,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable
                    String noneMatch) {
        JsonNode body = CanonicalJson.read(sent);
        Master master = read(MasterKind.CONVERSION, body);
        return amended(caller, master, body, basis(match, noneMatch));
    }

    private ResponseEntity<JsonNode> put(
            Caller caller, MasterKey key, JsonNode body, OptionalInt basis) {
        Master master = read(key.kind(), body);
        if (!master.key().equals(key)) {
            throw MasterProblems.refused(List.of(new MasterRefusal(
                    key,
                    "code_differs",
                    "code",
                    "the address names " + key.normal() + ", the content "
                            + master.key().normal(),
                    "Send it to its own address; a code never changes.")));
        }
        return amended(caller, master, body, basis);
    }

    private static Master read(MasterKind kind, JsonNode body) {
        List<SheetRow> rows = MasterBody.rows(kind, body);
        Master master = SheetReading.read(kind, rows);
        if (master == null) {
            throw MasterProblems.malformed(
                    rows.stream().flatMap(row -> row.errors().stream()).toList());
        }
        return master;
    }

    private ResponseEntity<JsonNode> amended(
            Caller caller, Master master, JsonNode body, OptionalInt basis) {
        Map<MasterKey, Integer> basedOn =
                basis.isPresent() ? Map.of(master.key(), basis.getAsInt()) : Map.of();
        Amendment amendment =
                new Amendment(List.of(master), basedOn, body.path("reason").asString(""));
        return switch (catalog.amend(amendment, caller.author())) {
            case Refused refused -> throw MasterProblems.ofAmendment(refused.refusals());
            case Amended amended -> {
                var change = amended.changes().getFirst();
                yield ResponseEntity.ok()
                        .eTag(Integer.toString(change.revision()))
                        .body(MasterJson.of(change.master()));
            }
        };
    }

    private static OptionalInt basis(@Nullable String match, @Nullable String noneMatch) {
        if ("*".equals(noneMatch)) return OptionalInt.of(0);
        if (match == null) return OptionalInt.empty();
        String number = match.replace("\"", "").strip();
        if (!number.matches("\\d{1,9}")) {
            throw MasterProblems.refused(List.of(new MasterRefusal(
                    MasterKey.of(MasterKind.ITEM, "?"),
                    "revision_invalid",
                    "If-Match",
                    "If-Match names no revision",
                    "Send the ETag that you were given.")));
        }
        return OptionalInt.of(Integer.parseInt(number));
    }

    private static MasterKind kind(HttpServletRequest request) {
        return MasterPaths.kind(request.getRequestURI().split("/", -1)[3]);
    }
}
