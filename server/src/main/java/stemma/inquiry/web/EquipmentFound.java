package stemma.inquiry.web;

import stemma.picturing.CaptionLine;
import stemma.production.UnfitJson;
import stemma.production.UnfitUse;
import stemma.shell.SiteTime;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Equipment that was not fit when it was used for what an answer tells: what may be seen of it, and
 * how many uses stand at sites that may not.
 */
public record EquipmentFound(List<UnfitUse> uses, int unseen, As known) {
    /** What is told where there is nothing to tell. */
    private static final String NOTHING = "Nothing is known against the equipment that was used.";

    private static final String WORD = "Equipment";

    public EquipmentFound {
        uses = List.copyOf(uses);
    }

    /**
     * Whether the answer is of today, or of an earlier moment, which equipment is not told as of.
     */
    public enum As {
        ASKED,
        KNOWN_TODAY
    }

    /** Returns every use in a line of its own, for the head of a file. */
    List<CaptionLine> lines(SiteTime time) {
        List<CaptionLine> lines = new ArrayList<>();
        lines.add(new CaptionLine(WORD, words()));
        for (UnfitUse use : uses) lines.add(new CaptionLine(WORD, line(use, time)));
        return lines;
    }

    /** Returns how much there is, in one sentence or two. */
    public String words() {
        String told = uses.isEmpty() && unseen == 0
                ? NOTHING
                : Words.count(uses.size(), "use", "uses") + " of equipment that was not fit"
                        + (unseen == 0
                                ? "."
                                : ", and " + Words.count(unseen, "use", "uses")
                                        + " at sites you may not see.");
        return known == As.ASKED ? told : told + " This is told as it is known today.";
    }

    private static String line(UnfitUse use, SiteTime time) {
        return use.resource() + ", " + use.of() + ", " + time.wall(use.from()) + " "
                + time.zoneName(use.from()) + ": " + sentences(use);
    }

    static String sentences(UnfitUse use) {
        return use.wrong().stream().map(UnfitUse.Wrong::sentence).collect(Collectors.joining(" "));
    }

    /** Adds it to an answer for programs. */
    Map<String, Object> in(Map<String, Object> answer) {
        Map<String, Object> json = new java.util.LinkedHashMap<>(answer);
        json.put("equipment", UnfitJson.of(uses));
        if (unseen > 0) json.put("unseenEquipment", unseen);
        return json;
    }
}
