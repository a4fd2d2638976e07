package stemma.inquiry.web;

import stemma.access.Caller;
import stemma.genealogy.Completeness;
import stemma.inquiry.Insight;
import stemma.inquiry.Subject;
import stemma.inquiry.TraceAnswer;
import stemma.picturing.CaptionLine;
import stemma.shell.SiteTime;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What every file of a trace says of itself, so that it can stand alone: what was asked, about
 * what, by whom and when, as known when, how far the log was sealed, how complete the answer is,
 * where knowledge ends, and each gap.
 */
final class TraceHeading {
    private TraceHeading() {}

    static List<CaptionLine> of(List<TraceAnswer> answers, Caller caller, SiteTime time) {
        TraceAnswer first = answers.getFirst();
        Insight insight = first.insight();
        List<CaptionLine> lines = new ArrayList<>();
        for (TraceAnswer answer : answers)
            lines.add(new CaptionLine("Question", Words.direction(answer.direction())));
        lines.add(new CaptionLine("About", about(first.subject())));
        lines.add(new CaptionLine(
                "Asked by",
                caller.person().printedName() + ", " + caller.actor().code()));
        moment("Asked at", first.at(), time, lines);
        insight.knownAt().ifPresent(then -> moment("As known at", then, time, lines));
        Completeness sealed = first.trace().completeness();
        lines.add(new CaptionLine(
                "Sealed size", sealed.sealedSize() + ", unsealed " + sealed.unsealed()));
        for (TraceAnswer answer : answers) complete(answer, lines);
        return lines;
    }

    private static String about(Subject subject) {
        return subject.title() + " (" + subject.query() + ")";
    }

    /** At the site as people read it, and in UTC as programs do. */
    private static void moment(String word, Instant at, SiteTime time, List<CaptionLine> lines) {
        lines.add(new CaptionLine(word, time.wall(at) + " " + time.zoneName(at)));
        lines.add(new CaptionLine("in UTC", time.iso(at)));
    }

    private static void complete(TraceAnswer answer, List<CaptionLine> lines) {
        Completeness complete = answer.trace().completeness();
        String way = Words.plain(answer.direction().name());
        lines.add(new CaptionLine(
                "Completeness",
                way + ": " + Words.headline(complete) + ". " + Words.extent(complete) + " "
                        + Words.freshness(complete, answer.insight())));
        complete.boundaries()
                .forEach(end -> lines.add(
                        new CaptionLine("Boundary", way + ": " + Words.boundary(end) + ".")));
        complete.leftOut()
                .forEach(left -> lines.add(new CaptionLine(
                        "Apart",
                        way + ": " + Words.count(left.lots(), "lot", "lots") + " " + left.sentence()
                                + ".")));
        complete.gaps()
                .forEach(gap -> lines.add(
                        new CaptionLine("Gap", way + ": " + gap.code() + ": " + gap.sentence())));
    }
}
