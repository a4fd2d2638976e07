package stemma.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.web.servlet.HandlerExceptionResolver;

import stemma.shell.Problem;
import stemma.shell.Refused;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Answers who may not enter: people are led to sign-in, programs get 401, the rest is told as a
 * problem by the one mapping.
 */
final class RefusalAnswers implements AuthenticationEntryPoint, AccessDeniedHandler {
    private final HandlerExceptionResolver problems;
    private final RouteTable routes;

    RefusalAnswers(HandlerExceptionResolver problems, RouteTable routes) {
        this.problems = problems;
        this.routes = routes;
    }

    void answer(HttpServletRequest request, HttpServletResponse response, Problem problem) {
        problems.resolveException(request, response, null, new Refused(problem));
    }

    void askForToken(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"Stemma\"");
        answer(
                request,
                response,
                Problem.of(
                                "token_refused",
                                401,
                                "The token opens nothing: wrong, revoked or ended.")
                        .advising("Send Authorization: Bearer with a valid token."));
    }

    @Override
    public void commence(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException missing)
            throws IOException {
        if (request.getRequestURI().startsWith("/api/")) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"Stemma\"");
            answer(
                    request,
                    response,
                    Problem.of("sign_in_first", 401, "Nobody is signed in.")
                            .advising("Send Authorization: Bearer with a token."));
            return;
        }
        String address =
                "/sign-in?from=" + URLEncoder.encode(wanted(request), StandardCharsets.UTF_8);
        if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", "/sign-in");
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } else {
            response.sendRedirect(address);
        }
    }

    @Override
    public void handle(
            HttpServletRequest request,
            HttpServletResponse response,
            AccessDeniedException denied) {
        if (denied instanceof CsrfException) {
            answer(
                    request,
                    response,
                    Problem.of("form_expired", 403, "This form was open too long.")
                            .advising("Go back, load the page again and send it once more."));
            return;
        }
        RouteTable.Verdict verdict = routes.verdict(request);
        if (verdict instanceof RouteTable.Verdict.WrongVerb wrong)
            response.setHeader(HttpHeaders.ALLOW, String.join(", ", wrong.allowed()));
        answer(request, response, verdict.problem());
    }

    /**
     * Who was signed out in mid form is led back to the page of the form, as the browser names it.
     */
    private static String formPage(HttpServletRequest request) {
        String referer = request.getHeader(HttpHeaders.REFERER);
        if (referer == null) return "/";
        try {
            URI page = new URI(referer);
            String host = request.getHeader(HttpHeaders.HOST);
            boolean isOurs =
                    page.getRawAuthority() != null && page.getRawAuthority().equals(host);
            if (!isOurs || page.getRawPath().isEmpty()) return "/";
            return page.getRawPath() + (page.getRawQuery() == null ? "" : "?" + page.getRawQuery());
        } catch (URISyntaxException notAnAddress) {
            return "/";
        }
    }

    private static String wanted(HttpServletRequest request) {
        if (!request.getMethod().equals("GET")) return formPage(request);
        String query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }
}
