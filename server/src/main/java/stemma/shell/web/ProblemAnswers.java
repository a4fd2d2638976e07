package stemma.shell.web;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;

import stemma.shell.Problem;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Tells a problem to whoever asked: programs get {@code application/problem+json}, people a page, a
 * page's part an alert; each carries a reference number that stands in the server's log.
 */
final class ProblemAnswers {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemAnswers.class);
    private static final String LETTERS = "23456789BCDFGHJKMNPQRSTVWXYZ";
    private final TemplateEngine templates;
    private final Frames frames;
    private final JsonMapper json;
    private final RandomGenerator random;

    ProblemAnswers(
            TemplateEngine templates, Frames frames, JsonMapper json, RandomGenerator random) {
        this.templates = templates;
        this.frames = frames;
        this.json = json;
        this.random = random;
    }

    void tell(HttpServletRequest request, HttpServletResponse response, Problem problem)
            throws IOException {
        String reference = reference();
        LOG.info("{} {} {} {}", reference, problem.status(), problem.code(), request.getMethod());
        write(request, response, problem, reference);
    }

    /** Tells of a fault of the program: the log has the cause, the answer only the reference. */
    void tellFault(HttpServletRequest request, HttpServletResponse response, Throwable fault)
            throws IOException {
        String reference = reference();
        LOG.error("{} fault in {}", reference, request.getMethod(), fault);
        Problem problem = Problem.of("unexpected", 500, "Stemma met a fault of its own.")
                .notRecording("What you sent was not confirmed as recorded.")
                .advising("Check whether it stands in the record before you send it again, and give"
                        + " the reference number to your administrator.");
        write(request, response, problem, reference);
    }

    private void write(
            HttpServletRequest request,
            HttpServletResponse response,
            Problem problem,
            String reference)
            throws IOException {
        request.setAttribute(Problem.class.getName(), problem);
        if (response.isCommitted()) return;
        response.resetBuffer();
        response.setStatus(problem.status());
        if (problem.status() == 503 || problem.status() == 507)
            response.setHeader("Retry-After", "5");
        if (wantsJson(request)) {
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            // Not closed here: the attempt is put into the trail before the answer has gone.
            response.getOutputStream().write(json.writeValueAsBytes(problem.body(reference)));
            return;
        }
        boolean isPart = request.getHeader("HX-Request") != null;
        if (isPart) {
            response.setHeader("HX-Retarget", "#problem");
            response.setHeader("HX-Reswap", "innerHTML show:window:top");
        }
        Utf8ByteOutput page = new Utf8ByteOutput();
        templates.render(
                isPart ? "shell/refusal.jte" : "shell/problem.jte",
                Map.of(
                        "frame",
                        frames.aroundProblem(request),
                        "problem",
                        problem,
                        "reference",
                        reference),
                page);
        response.setContentType("text/html;charset=UTF-8");
        page.writeTo(response.getOutputStream());
    }

    private static boolean wantsJson(HttpServletRequest request) {
        Object failed = request.getAttribute("jakarta.servlet.error.request_uri");
        String path = failed == null ? request.getRequestURI() : failed.toString();
        if (path.startsWith("/api/")) return true;
        String accept = request.getHeader("Accept");
        return accept != null && accept.contains("json") && !accept.contains("text/html");
    }

    private String reference() {
        StringBuilder text = new StringBuilder("R-");
        for (int i = 0; i < 8; i++) {
            if (i == 4) text.append('-');
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }
}
