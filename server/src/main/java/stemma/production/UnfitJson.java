package stemma.production;

import stemma.shell.Members;

import java.util.List;
import java.util.Map;

/** Uses of equipment that was not fit, as programs read them. */
public final class UnfitJson {
    private UnfitJson() {}

    public static List<Map<String, Object>> of(List<UnfitUse> uses) {
        return uses.stream().map(UnfitJson::of).toList();
    }

    private static Map<String, Object> of(UnfitUse use) {
        return Members.of(
                "resource", use.resource().code(),
                "site", use.site().code(),
                "run", use.run() == null ? null : use.run().code(),
                "entry", use.entry() == null ? null : use.entry().toString(),
                "from", use.from().toString(),
                "to", use.to().toString(),
                "wrong",
                        use.wrong().stream()
                                .map(one -> Map.of(
                                        "kind", one.kind().word(),
                                        "sentence", one.sentence()))
                                .toList());
    }
}
