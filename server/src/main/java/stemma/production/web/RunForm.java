package stemma.production.web;

import stemma.catalog.Catalog;
import stemma.catalog.Resource;
import stemma.identifiers.OrderCode;
import stemma.identifiers.ResourceCode;
import stemma.intake.Slip;
import stemma.production.OrderCard;
import stemma.production.RunCard;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the forms of a run have in common: which run it is, on which line, and what was used. */
final class RunForm {
    private final Catalog catalog;

    RunForm(Catalog catalog) {
        this.catalog = catalog;
    }

    /** Returns the form with the run that goes on, or the first of the order. */
    Slip begun(Slip slip, OrderCard card, String run) {
        Slip filled = slip;
        if (!filled.has("run")) filled = filled.with("run", run.isBlank() ? current(card) : run);
        if (!filled.has("line")) filled = filled.with("line", line(card));
        return filled;
    }

    /** Returns the code of the order's latest run, or of its first where it has none. */
    static String current(OrderCard card) {
        return card.runs().stream()
                .filter(run -> !run.isVoid())
                .map(run -> run.id().code())
                .reduce((_, later) -> later)
                .orElseGet(() -> next(card));
    }

    /** Returns the code of a run that the order does not have yet. */
    static String next(OrderCard card) {
        List<String> taken = card.runs().stream().map(run -> run.id().code()).toList();
        int number = card.runs().size() + 1;
        while (taken.contains(card.code() + "-" + number)) number++;
        return card.code() + "-" + number;
    }

    private static String line(OrderCard card) {
        return card.runs().stream()
                .map(RunCard::line)
                .filter(line -> !line.isEmpty())
                .reduce((_, later) -> later)
                .orElseGet(() -> {
                    var order = card.order();
                    return order == null || order.resource() == null
                            ? ""
                            : order.resource().code();
                });
    }

    /** Puts the run into a draft: its code, order, line, kind and basis. */
    static void run(ObjectNode draft, Slip slip, OrderCode order, String kind) {
        ObjectNode run = draft.putObject("run");
        run.put("id", slip.word("run"));
        run.put("order", order.code());
        if (slip.has("line")) run.put("line", slip.word("line"));
        run.put("kind", kind);
        run.put("basis", slip.has("basis") ? slip.word("basis") : "none");
    }

    /** Puts what was used into a draft, each in the role of its kind. */
    void resources(ObjectNode draft, Slip slip) {
        List<ResourceCode> codes = new ArrayList<>();
        for (String code : slip.all("resource"))
            if (!code.isEmpty()) codes.add(new ResourceCode(code));
        if (codes.isEmpty()) return;
        Map<ResourceCode, Resource> known = catalog.resources(codes);
        ArrayNode resources = draft.putArray("resources");
        Map<String, ResourceCode> distinct = new LinkedHashMap<>();
        codes.forEach(code -> distinct.put(code.code(), code));
        for (ResourceCode code : distinct.values()) {
            Resource resource = known.get(code);
            resources
                    .addObject()
                    .put("resource", code.code())
                    .put(
                            "role",
                            resource == null ? "equipment" : resource.kind().word());
        }
    }
}
