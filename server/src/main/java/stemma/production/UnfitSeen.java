package stemma.production;

import stemma.identifiers.SiteCode;
import stemma.shell.Figure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Uses of equipment that was not fit, at the sites that are seen; those elsewhere are counted. */
public record UnfitSeen(List<UnfitUse> uses, int unseen) {
    public UnfitSeen {
        uses = List.copyOf(uses);
    }

    public static UnfitSeen by(Predicate<SiteCode> sees, List<UnfitUse> all) {
        List<UnfitUse> seen = all.stream()
                .filter(use -> sees.test(use.site()))
                .map(use -> use.shown(sees))
                .toList();
        return new UnfitSeen(seen, all.size() - seen.size());
    }

    public boolean isNothing() {
        return uses.isEmpty() && unseen == 0;
    }

    /** Returns how much there is, in one sentence. */
    public String words() {
        if (isNothing())
            return "Nothing is known against the equipment that was used and is defined;"
                    + " a use of what is not defined stands among the gaps.";
        return count(uses.size()) + " of equipment that was not fit"
                + (unseen == 0 ? "." : ", and " + count(unseen) + " at sites you may not see.");
    }

    private static String count(int uses) {
        return Figure.grouped(uses) + (uses == 1 ? " use" : " uses");
    }

    /** Returns an answer for programs, with them. */
    public Map<String, Object> in(Map<String, Object> answer) {
        Map<String, Object> json = new LinkedHashMap<>(answer);
        json.put("equipment", UnfitJson.of(uses));
        if (unseen > 0) json.put("unseenEquipment", unseen);
        return json;
    }
}
