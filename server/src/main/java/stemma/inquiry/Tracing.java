package stemma.inquiry;

import stemma.genealogy.Gaps;
import stemma.genealogy.Paths;
import stemma.genealogy.Question;
import stemma.genealogy.Rests;
import stemma.genealogy.Trace;

import java.util.function.Function;

/** In which ways the answers ask the genealogy: a trace, a path, what rests on an event, gaps. */
public record Tracing(Function<Question, Trace> trace, Paths paths, Rests rests, Gaps gaps) {}
