package stemma.production.web;

import stemma.catalog.WorkOrder;
import stemma.production.MadeState;
import stemma.production.NeedState;
import stemma.production.OrderCard;
import stemma.production.StepRecord;
import stemma.production.StepState;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A work order as programs read it. */
final class OrderJson {
    private OrderJson() {}

    static Map<String, Object> of(OrderCard card) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("order", card.code().code());
        WorkOrder order = card.order();
        if (order != null) {
            json.put("item", order.item().code());
            json.put("recipeRevision", order.recipeRevision());
            json.put("amount", order.amount().toString());
            json.put("standing", card.isClosed() ? "closed" : "open");
            json.put("asked", card.needs().stream().map(OrderJson::need).toList());
            json.put("makes", card.makes().stream().map(OrderJson::made).toList());
            json.put("steps", card.steps().stream().map(OrderJson::step).toList());
            json.put(
                    "openPoints",
                    card.points().stream()
                            .map(p -> Map.of("kind", p.kind().word(), "sentence", p.sentence()))
                            .toList());
        }
        json.put("runs", card.runs().stream().map(RunJson::brief).toList());
        return json;
    }

    private static Map<String, Object> need(NeedState state) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("item", state.need().line().item().code());
        json.put("asked", state.need().asked().toString());
        if (state.need().most() != null) json.put("most", state.need().most().toString());
        if (state.taken() != null) json.put("taken", state.taken().toString());
        json.put("level", state.level().name().toLowerCase(Locale.ROOT));
        return json;
    }

    private static Map<String, Object> made(MadeState state) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("item", state.line().item().code());
        json.put("part", state.line().part().word());
        json.put("asked", state.asked().toString());
        if (state.made() != null) json.put("made", state.made().toString());
        return json;
    }

    private static Map<String, Object> step(StepState state) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("step", state.step().number());
        json.put("text", state.step().text());
        json.put("kind", state.step().kind().word());
        List<Map<String, Object>> records =
                state.records().stream().map(OrderJson::record).toList();
        json.put("records", records);
        json.put("outside", state.outside());
        return json;
    }

    static Map<String, Object> record(StepRecord record) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", record.id().toString());
        json.put("order", record.order().code());
        json.put("step", record.step());
        json.put("occurredAt", record.occurredAt().toString());
        json.put("recordedAt", record.recordedAt().toString());
        json.put("by", record.by().code());
        if (record.resource() != null) json.put("resource", record.resource().code());
        Map<String, String> readings = new LinkedHashMap<>();
        record.readings().forEach((name, value) -> readings.put(name, value.toPlainString()));
        json.put("readings", readings);
        if (!record.reason().isEmpty()) json.put("reason", record.reason());
        return json;
    }
}
