package stemma.catalog.web;

import stemma.catalog.MasterKey;
import stemma.catalog.MasterKind;
import stemma.shell.Refused;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** The words by which addresses name the kinds of master, and the addresses of their pages. */
final class MasterPaths {
    private static final Map<String, MasterKind> BY_WORD = Arrays.stream(MasterKind.values())
            .collect(Collectors.toUnmodifiableMap(MasterPaths::word, kind -> kind));

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
