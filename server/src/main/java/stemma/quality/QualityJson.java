package stemma.quality;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.EventId;
import stemma.journal.CanonicalJson;
import stemma.ledger.BodyJson;
import stemma.signatures.Digest;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** How specifications, results and verdicts are written: for the trail, for programs, to sign. */
public final class QualityJson {
    private QualityJson() {}

    /** Returns a specification as {@link WrittenSpecification} reads it. */
    public static ObjectNode written(Specification specification) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("item", specification.item().code());
        ArrayNode occasions = json.putArray("occasions");
        specification.inOrder().forEach(occasion -> occasions.add(occasion.word()));
        json.put("sampling", specification.sampling().rule().word());
        json.put("count", specification.sampling().count());
        SamplingTable.Level level = specification.sampling().level();
        if (level != null) json.put("level", level.name().toLowerCase(java.util.Locale.ROOT));
        if (specification.sampling().limit() != null)
            json.put("aql", specification.sampling().limit());
        if (specification.dueHours() != null) json.put("dueHours", specification.dueHours());
        if (specification.retainMonths() != null)
            json.put("retainMonths", specification.retainMonths());
        if (specification.retestMonths() != null)
            json.put("retestMonths", specification.retestMonths());
        json.put("separation", specification.separation().word());
        ArrayNode rows = json.putArray("characteristics");
        specification.characteristics().forEach(one -> rows.add(row(one)));
        if (!specification.change().isEmpty()) json.put("change", specification.change());
        return json;
    }

    /** Reads what {@link #written} wrote. */
    public static WrittenSpecification specification(String text) {
        return BodyJson.read(WrittenSpecification.class, text.getBytes(StandardCharsets.UTF_8));
    }

    private static ObjectNode row(Characteristic one) {
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        row.put("name", one.name());
        if (!one.method().isEmpty()) row.put("method", one.method());
        row.put("kind", one.kind().word());
        limit(row, "lower", one.lower());
        limit(row, "upper", one.upper());
        limit(row, "target", one.target());
        if (!one.unit().isEmpty()) row.put("unit", one.unit());
        row.put("decimals", one.decimals());
        if (!one.expected().isEmpty()) row.put("expected", one.expected());
        row.put("taking", one.taking().word());
        row.put("weight", one.weight().word());
        return row;
    }

    private static void limit(ObjectNode row, String name, @Nullable BigDecimal limit) {
        if (limit != null) row.put(name, limit.toPlainString());
    }

    /** Returns a result with all that is known of it. */
    public static ObjectNode result(Result result) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", result.id().toString());
        json.put("characteristic", result.characteristic());
        json.put("sample", result.sample());
        json.put("value", result.value());
        if (!result.unit().isEmpty()) json.put("unit", result.unit());
        json.put("outcome", result.outcome().word());
        json.put("occurredAt", result.occurredAt().toString());
        json.put("recordedAt", result.recordedAt().toString());
        json.put("by", result.by().code());
        json.put("evidence", result.evidence().name().toLowerCase(java.util.Locale.ROOT));
        Result.Instrument by = result.instrument();
        if (by != null) {
            json.putObject("instrument")
                    .put("resource", by.resource())
                    .put("program", by.program())
                    .put("calibration", by.calibration());
        }
        if (result.replaces() != null) json.put("replaces", result.replaces().toString());
        if (!result.reason().isEmpty()) json.put("reason", result.reason());
        if (!result.against().isEmpty()) json.put("against", result.against());
        Correction correction = result.correction();
        if (correction != null) json.set("correction", correction(correction));
        return json;
    }

    /** The trail names the signer by actor id; the printed name stays with the signature. */
    private static ObjectNode correction(Correction correction) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("why", correction.why().word());
        json.put("signer", correction.signature().signer().code());
        json.put("meaning", correction.signature().meaning());
        json.put("at", correction.signature().at().toString());
        json.put("digest", correction.signature().digest());
        return json;
    }

    /** Returns what the results say. */
    public static ObjectNode verdict(Verdict verdict) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("conclusion", verdict.conclusion().word());
        ArrayNode failing = json.putArray("failing");
        verdict.failing().forEach(failing::add);
        ArrayNode missing = json.putArray("missing");
        verdict.missing().forEach(missing::add);
        return json;
    }

    /**
     * Returns the digest of all that a signer is shown: lots, requirements, results, verdict, and
     * the judgement that stands already, so that of two signers at once the second is refused.
     */
    static String digest(
            Inspection inspection,
            Specification specification,
            List<Result> counting,
            Verdict verdict,
            @Nullable EventId judgement) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("inspection", inspection.id().toString());
        ArrayNode lots = json.putArray("lots");
        inspection.lots().forEach(lot -> lots.add(lot.toString()));
        json.put("revision", specification.revision());
        json.put("samples", inspection.samples());
        specification
                .sampling()
                .plan(inspection.amount().amount())
                .ifPresent(plan -> json.put("accepted", plan.accepted()));
        json.set("specification", written(specification));
        ArrayNode results = json.putArray("results");
        counting.stream()
                .sorted(java.util.Comparator.comparing(Result::id))
                .forEach(result -> results.add(result(result)));
        json.set("verdict", verdict(verdict));
        if (judgement != null) json.put("judgement", judgement.toString());
        return Digest.of(CanonicalJson.bytes(json)).text();
    }
}
