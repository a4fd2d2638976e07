package stemma.inquiry.web;

import org.springframework.stereotype.Component;

import stemma.inquiry.Inquiry;
import stemma.inquiry.JoinedTrace;
import stemma.inquiry.TraceAnswer;
import stemma.inquiry.TraceQuery;
import stemma.picturing.CaptionLine;
import stemma.picturing.Diagram;
import stemma.picturing.Drawn;
import stemma.picturing.Picturing;
import stemma.printing.Plate;

import java.util.List;

/** Draws what was asked: one trace in each direction, however many boxes the picture has. */
@Component
final class TracePictures {
    private final Inquiry inquiry;
    private final Picturing picturing = new Picturing();

    TracePictures(Inquiry inquiry) {
        this.inquiry = inquiry;
    }

    /** A picture as found: of how many nodes, which of them are shown, and how. */
    record Found(JoinedTrace joined, int all, Diagram whole, Drawn drawn, String says) {}

    /** Asks without rows: the picture reads those that it shows. */
    List<TraceAnswer> ask(TraceAsked about) {
        return inquiry.traces(
                about.subject(),
                about.ways().stream()
                        .map(way -> new TraceQuery(way, "", TraceQuery.Order.GENERATION, 0, 0))
                        .toList(),
                about.knownAt());
    }

    Found find(List<TraceAnswer> answers, PictureQuery query) {
        JoinedTrace all = JoinedTrace.of(answers);
        JoinedTrace joined = query.through().isEmpty() ? all : all.through(query.through());
        Diagram whole = TraceDiagram.of(answers, joined, inquiry);
        Drawn drawn = Picturing.drawn(whole, query.open());
        String says = "Picture of the trace of " + answers.getFirst().subject().title() + ": "
                + TraceDiagram.count(whole);
        return new Found(joined, all.nodes().size(), whole, drawn, says);
    }

    /** Says what of the answer is shown, and how. */
    String statement(Found found, PictureQuery query) {
        String statement = TraceDiagram.statement(found.whole(), found.drawn());
        return found.joined().nodes().size() == found.all()
                ? statement
                : "Only what lies on a way through "
                        + TraceDiagram.name(found.whole(), query.through()) + ": "
                        + found.joined().nodes().size() + " of " + found.all() + ". " + statement;
    }

    Plate plate(Found found, List<CaptionLine> caption) {
        return picturing.plate(found.drawn(), found.says(), caption);
    }
}
