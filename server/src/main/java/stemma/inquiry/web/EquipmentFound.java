package stemma.inquiry.web;

import stemma.picturing.CaptionLine;
import stemma.production.UnfitSeen;
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
public record EquipmentFound(UnfitSeen seen, As known) {
    private static final String WORD = "Equipment";

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
        for (UnfitUse use : uses()) lines.add(new CaptionLine(WORD, line(use, time)));
        return lines;
    }

    public List<UnfitUse> uses() {
        return seen.uses();
    }

    /** Returns how much there is, in one sentence or two. */
    public String words() {
        return known == As.ASKED
                ? seen.words()
                : seen.words() + " This is told as it is known today.";
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
        return seen.in(answer);
    }
}
