package stemma.trail;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.LotId;

import tools.jackson.databind.JsonNode;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the body of an entry names, whatever kind it is: sites, items, lots by id, and the codes by
 * which people know what it is about.
 */
record Mentions(Set<String> sites, Set<String> items, Set<LotId> lots, Set<String> codes) {
    private static final Set<String> CODES = Set.of(
            "lot",
            "receipt",
            "shipment",
            "order",
            "hold",
            "document",
            "container",
            "vessel",
            "resource",
            "number",
            "run",
            "supplier",
            "consignee",
            "customer");

    static Mentions of(@Nullable JsonNode... bodies) {
        Mentions found =
                new Mentions(new TreeSet<>(), new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
        Deque<JsonNode> open = new ArrayDeque<>();
        for (JsonNode body : bodies) if (body != null) open.add(body);
        while (!open.isEmpty()) {
            JsonNode node = open.remove();
            node.properties().forEach(member -> found.named(member.getKey(), member.getValue()));
            for (JsonNode inner : node) {
                if (inner.isString()) found.text(inner.stringValue());
                else open.add(inner);
            }
        }
        return found;
    }

    private void named(String name, JsonNode value) {
        JsonNode code = value.isObject() && name.equals("run") ? value.path("id") : value;
        if (!code.isString()) return;
        String text = code.stringValue();
        if (name.equals("site")) sites.add(text);
        else if (name.equals("item")) items.add(text);
        else if (CODES.contains(name) && !LotId.looksLike(text)) codes.add(text);
    }

    private void text(String text) {
        for (String place : new String[] {"at:", "transfer:"})
            if (text.startsWith(place)) sites.add(first(text.substring(place.length())));
        int dots = text.indexOf("..");
        String lot = dots < 0 ? text : text.substring(0, dots);
        if (LotId.looksLike(lot) && isOrdinal(lot)) lots.add(LotId.of(lot));
    }

    /** A refused attempt may hold anything, such as an ordinal beyond all numbers. */
    private static boolean isOrdinal(String lot) {
        long ordinal = Long.parseLong(lot.substring(lot.indexOf('/') + 1));
        return ordinal <= Integer.MAX_VALUE;
    }

    private static String first(String rest) {
        int slash = rest.indexOf('/');
        String code = slash < 0 ? rest : rest.substring(0, slash);
        return code.replace("%2F", "/").replace("%25", "%");
    }
}
