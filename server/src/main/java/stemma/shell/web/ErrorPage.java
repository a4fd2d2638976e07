package stemma.shell.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

import stemma.shell.Problem;

import java.io.IOException;

/** Answers what failed before any controller was reached, such as a malformed address. */
@Controller
class ErrorPage implements ErrorController {
    private final Explanations explanations;
    private final ProblemAnswers answers;

    ErrorPage(Explanations explanations, ProblemAnswers answers) {
        this.explanations = explanations;
        this.answers = answers;
    }

    @RequestMapping("/error")
    void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable failure) {
            Problem problem = explanations.of(failure).orElse(null);
            if (problem == null) answers.tellFault(request, response, failure);
            else answers.tell(request, response, problem);
            return;
        }
        boolean isError =
                request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer;
        int status =
                isError ? (Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) : 404;
        answers.tell(request, response, Statuses.of(status));
    }
}
