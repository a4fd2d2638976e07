package stemma.trail.web;

import stemma.printing.Paper;
import stemma.shell.SiteTime;
import stemma.trail.TrailLine;

import java.util.List;

/** A slice of the trail on paper, the oldest line first, each with all that it changed. */
public record TrailPaper(String asked, long sealedSize, List<TrailLine> lines, SiteTime time)
        implements Paper {
    /** The most lines that a paper has. */
    public static final int MOST_LINES = 2_000;

    public TrailPaper {
        lines = List.copyOf(lines);
    }

    @Override
    public String title() {
        return "Audit trail";
    }

    @Override
    public String subject() {
        return asked;
    }

    @Override
    public String query() {
        return "audit trail: " + asked + "; sealed size " + sealedSize;
    }

    @Override
    public String template() {
        return "trail/trail-paper";
    }
}
