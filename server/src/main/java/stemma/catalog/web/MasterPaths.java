package stemma.catalog.web;

import stemma.catalog.MasterKey;
import stemma.catalog.MasterKind;
import stemma.shell.Refused;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The words by which addresses name the kinds of master, and the addresses of their pages. */
final class MasterPaths {
    private static final Map<String, MasterKind> BY_WORD = Map.of(
            "sites", MasterKind.SITE,
            "locations", MasterKind.LOCATION,
            "items", MasterKind.ITEM,
            "conversions", MasterKind.CONVERSION,
            "partners", MasterKind.PARTNER,
            "ship-tos", MasterKind.SHIP_TO,
            "resources", MasterKind.RESOURCE,
            "recipes", MasterKind.RECIPE);

    private MasterPaths() {}

    static MasterKind kind(String word) {
        MasterKind kind = BY_WORD.get(word);
        if (kind == null)
            throw Refused.of("page_unknown", 404, "There is no such list of masters.");
        return kind;
    }

    static String word(MasterKind kind) {
        return kind.word().replace('_', '-') + "s";
    }

    static String list(MasterKind kind) {
        return "/masters/" + word(kind);
    }

    static String one(MasterKey key) {
        return list(key.kind()) + "/one?key=" + encoded(key.normal());
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
