package stemma.shell.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

import stemma.shell.Problem;

import java.io.IOException;

/** Answers every exception of every room by the one mapping. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProblemAdvice {
    private final Explanations explanations;
    private final ProblemAnswers answers;

    ProblemAdvice(Explanations explanations, ProblemAnswers answers) {
        this.explanations = explanations;
        this.answers = answers;
    }

    @ExceptionHandler(Throwable.class)
    void answer(Throwable failure, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (failure instanceof HttpRequestMethodNotSupportedException wrong) {
            String[] allowed = wrong.getSupportedMethods();
            if (allowed != null) response.setHeader(HttpHeaders.ALLOW, String.join(", ", allowed));
        }
        Problem problem = explanations.of(failure).orElse(null);
        if (problem == null) answers.tellFault(request, response, failure);
        else answers.tell(request, response, problem);
    }
}
