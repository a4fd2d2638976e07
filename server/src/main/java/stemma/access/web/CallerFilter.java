package stemma.access.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

import stemma.access.Access;
import stemma.access.Caller;
import stemma.shell.Problem;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Finds who calls, by the Authorization header or else by the session's cookie, refuses a wrong
 * token and a request that another site made the browser send, and has refusals audited.
 */
final class CallerFilter extends OncePerRequestFilter {
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    private static final String BEARER = "bearer ";
    private static final String TOLD = Problem.class.getName();
    private static final int LONGEST_QUERY = 4_000;
    private final Access access;
    private final RefusalAnswers refusals;

    CallerFilter(Access access, RefusalAnswers refusals) {
        this.access = access;
        this.refusals = refusals;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.startsWith("/static/") || path.startsWith("/webjars/");
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isFromAnotherSite(request)) {
            refusals.answer(
                    request,
                    response,
                    Problem.of("cross_site_request", 403, "Another site sent this request.")
                            .advising("Open Stemma itself and do it there."));
            return;
        }
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        Optional<Caller> caller = authorization == null
                ? SessionCookie.secret(request)
                        .flatMap(secret -> access.sessions().resume(secret, "browser"))
                : byToken(authorization);
        if (authorization != null && caller.isEmpty()) {
            refusals.askForToken(request, response);
            return;
        }
        caller.ifPresent(CallerFilter::enter);
        chain.doFilter(
                request, caller.isPresent() ? watched(caller.get(), request, response) : response);
        if (caller.isPresent() && request.getAttribute(TOLD) instanceof Problem problem) {
            keep(caller.get(), request, problem);
        }
    }

    /**
     * Whoever was refused a change, or a sight, leaves one entry of the attempt; a question that
     * was put wrongly leaves none.
     */
    private void keep(Caller caller, HttpServletRequest request, Problem problem) {
        boolean isRefused = problem.status() >= 400 && problem.status() < 500;
        boolean asks = SAFE.contains(request.getMethod()) && problem.status() != 403;
        if (!isRefused || asks || problem.attempt() == Problem.Attempt.KEPT) return;
        access.refused(
                caller.author(), request.getMethod() + " " + shortened(request), problem.code());
    }

    /** A file is an entry of the trail, whichever room sends it; without the entry none leaves. */
    private HttpServletResponse watched(
            Caller caller, HttpServletRequest request, HttpServletResponse response) {
        String query = request.getQueryString();
        return new ExportWatch(
                response,
                () -> access.exported(
                        caller.author(), shortened(request), query == null ? "" : cut(query)));
    }

    private static void enter(Caller caller) {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new CallerAuthentication(caller));
        SecurityContextHolder.setContext(context);
    }

    private Optional<Caller> byToken(String authorization) {
        boolean isBearer = authorization.toLowerCase(Locale.ROOT).startsWith(BEARER);
        if (!isBearer) return Optional.empty();
        return access.tokens().caller(authorization.substring(BEARER.length()).strip());
    }

    private static boolean isFromAnotherSite(HttpServletRequest request) {
        if (SAFE.contains(request.getMethod())) return false;
        @Nullable String site = request.getHeader("Sec-Fetch-Site");
        return site != null && !site.equals("same-origin") && !site.equals("none");
    }

    private static String shortened(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.length() <= 200 ? path : path.substring(0, 200);
    }

    private static String cut(String query) {
        return query.length() <= LONGEST_QUERY ? query : query.substring(0, LONGEST_QUERY);
    }
}
