package stemma.quality.web;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import stemma.access.Caller;
import stemma.identifiers.EventId;
import stemma.identifiers.ItemCode;
import stemma.identifiers.Portion;
import stemma.ledger.BodyJson;
import stemma.ledger.InspectionBasis;
import stemma.lots.Lots;
import stemma.quality.Correction;
import stemma.quality.Inspecting;
import stemma.quality.Inspection;
import stemma.quality.InspectionCard;
import stemma.quality.InspectionList;
import stemma.quality.NextRetest;
import stemma.quality.Occasion;
import stemma.quality.Quality;
import stemma.quality.QualityJson;
import stemma.quality.Reading;
import stemma.quality.Retests;
import stemma.quality.Specification;
import stemma.quality.Specifying;
import stemma.quality.WrittenSpecification;
import stemma.quantity.Quantity;
import stemma.shell.Members;
import stemma.signatures.Credentials;
import stemma.signatures.Signature;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Specifications, inspections and results for programs and instruments. */
@RestController
class QualityApi {
    private final Quality quality;
    private final Specifying specifying;
    private final Inspecting inspecting;
    private final Retests retests;
    private final Lots lots;
    private final InstantSource now;

    QualityApi(
            Quality quality,
            Specifying specifying,
            Inspecting inspecting,
            Retests retests,
            Lots lots,
            InstantSource now) {
        this.lots = lots;
        this.now = now;
        this.quality = quality;
        this.specifying = specifying;
        this.inspecting = inspecting;
        this.retests = retests;
    }

    /** To put a revision in force: the digest that was shown, and the password to sign with. */
    record Forcing(
            ItemCode item,
            int revision,
            String digest,
            @Nullable String signer,
            String password) {
        Credentials typed() {
            return new Credentials(signer == null ? "" : signer, password);
        }

        @Override
        public String toString() {
            return "Forcing[" + item + "/" + revision + "]";
        }
    }

    /** To open an inspection by hand. */
    record Opening(EventId id, List<Portion> lots, Occasion occasion, Quantity amount) {}

    /** What was found, all or none of it; once it was judged with why and the signature. */
    record Found(List<Reading> results, Correction.@Nullable Asked correction) {}

    @GetMapping("/api/v1/specifications")
    Map<String, Object> specifications(@RequestParam(defaultValue = "") String item) {
        List<Specification> all = item.isBlank()
                ? quality.specifications()
                : quality.specifications(new ItemCode(item));
        return Members.of("specifications", all.stream().map(QualityApi::json).toList());
    }

    @PostMapping("/api/v1/specifications")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, Object> write(Caller caller, @RequestBody byte[] body) {
        return json(specifying.write(caller, BodyJson.read(WrittenSpecification.class, body)));
    }

    @PostMapping("/api/v1/specifications/force")
    Map<String, Object> force(Caller caller, @RequestBody byte[] body) {
        Forcing sent = BodyJson.read(Forcing.class, body);
        return json(specifying.force(
                caller, sent.item(), sent.revision(), sent.digest(), sent.typed()));
    }

    @GetMapping("/api/v1/inspections")
    Map<String, Object> inspections(Caller caller, InspectionAsked asked) {
        InspectionList list = quality.inspections(asked.query(caller, lots), now.instant());
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("total", list.total());
        if (list.hasMore())
            json.put("from", list.query().offset() + list.cards().size());
        json.put("open", list.open());
        json.put("overdue", list.overdue());
        json.put("inspections", list.cards().stream().map(QualityApi::json).toList());
        return json;
    }

    @GetMapping("/api/v1/inspections/{id}")
    Map<String, Object> inspection(Caller caller, @PathVariable String id) {
        InspectionCard card = quality.inspection(caller, EventId.of(id));
        Map<String, Object> json = json(card);
        List<NextRetest> next = retests.next(card);
        if (!next.isEmpty())
            json.put("nextRetests", next.stream().map(QualityApi::json).toList());
        return json;
    }

    @PostMapping("/api/v1/inspections")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, Object> open(Caller caller, @RequestBody byte[] body) {
        Opening sent = BodyJson.read(Opening.class, body);
        Inspection opened =
                inspecting.open(caller, sent.id(), sent.lots(), sent.occasion(), sent.amount());
        return json(quality.inspection(caller, opened.id()));
    }

    @PostMapping("/api/v1/inspections/{id}/results")
    Map<String, Object> results(Caller caller, @PathVariable String id, @RequestBody byte[] body) {
        Found sent = BodyJson.read(Found.class, body);
        return json(inspecting.record(caller, EventId.of(id), sent.results(), sent.correction()));
    }

    private static Map<String, Object> json(Specification one) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("revision", one.revision());
        json.put("state", one.state().name().toLowerCase(java.util.Locale.ROOT));
        json.put("writtenBy", one.writtenBy().code());
        json.put("writtenAt", one.writtenAt().toString());
        Signature by = one.signature();
        if (by != null) json.put("signature", by);
        if (one.inForceAt() != null) json.put("inForceAt", one.inForceAt().toString());
        if (one.retiredAt() != null) json.put("retiredAt", one.retiredAt().toString());
        json.put("digest", Specifying.digest(one).text());
        json.put("specification", QualityJson.written(one));
        return json;
    }

    /** The date that a judgement gives a lot, by a {@code passport_changed} beside it. */
    private static Map<String, Object> json(NextRetest next) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("lot", next.lot().span().toString());
        json.put("retest", next.by().text());
        json.put("isExpiry", next.isCapped());
        return json;
    }

    private static Map<String, Object> json(InspectionCard card) {
        Inspection one = card.inspection();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", one.id().toString());
        json.put("item", card.specification().item().code());
        json.put("revision", one.revision());
        json.put("lots", one.lots().stream().map(Portion::toString).toList());
        json.put("site", one.site().code());
        json.put("occasion", one.occasion().word());
        json.put("amount", one.amount().toString());
        json.put("samples", one.samples());
        json.put("openedAt", one.openedAt().toString());
        json.put("openedBy", one.openedBy().code());
        if (one.due() != null) json.put("due", one.due().toString());
        card.plan()
                .ifPresent(plan -> json.put(
                        "plan",
                        new java.util.TreeMap<>(Map.of(
                                "letter", String.valueOf(plan.letter()),
                                "samples", plan.samples(),
                                "accepted", plan.accepted(),
                                "rejected", plan.rejected()))));
        json.put("state", one.state().word());
        json.put("verdict", QualityJson.verdict(card.verdict()));
        json.put("results", card.results().stream().map(QualityJson::result).toList());
        if (!card.corrections().isEmpty())
            json.put(
                    "corrections",
                    card.corrections().stream().map(QualityApi::json).toList());
        InspectionBasis basis = card.basis();
        json.put("basis", basis(basis));
        if (card.judgement() != null)
            json.put("judgement", card.judgement().event().id().toString());
        json.put("changedSince", card.changedSince());
        return json;
    }

    /** What was changed after a judgement was signed, with before and after. */
    private static Map<String, Object> json(InspectionCard.Change change) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("characteristic", change.characteristic());
        json.put("sample", change.after().sample());
        if (change.before() != null) json.put("before", change.before().said());
        json.put("after", change.after().said());
        json.put("why", change.why());
        Correction correction = change.after().correction();
        if (correction != null) json.put("signature", correction.signature());
        return json;
    }

    private static Map<String, @Nullable Object> basis(InspectionBasis basis) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("inspection", basis.inspection().toString());
        json.put("item", basis.item().code());
        json.put("revision", basis.revision());
        json.put("conclusion", basis.conclusion());
        json.put("results", basis.results());
        return json;
    }
}
