package stemma.shell.web;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Tells, as any other problem, what Tomcat itself refuses before it looks for an address. */
final class MalformedRequests extends ErrorReportValve {
    private final ProblemAnswers answers;

    MalformedRequests(ProblemAnswers answers) {
        this.answers = answers;
    }

    @Override
    protected void report(Request request, Response response, Throwable thrown) {
        boolean isTold = response.getStatus() < 400 || response.getContentWritten() > 0;
        if (isTold || !response.setErrorReported()) return;
        try {
            answers.tell(request, response, Statuses.of(response.getStatus()));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
