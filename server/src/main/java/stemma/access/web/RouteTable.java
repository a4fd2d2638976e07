package stemma.access.web;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.RequestPath;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

import stemma.access.Admission;
import stemma.access.Caller;
import stemma.access.Route;
import stemma.access.Routes;
import stemma.shell.Problem;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * The one list of who may take which route, from the lists of all rooms. What is not in it is
 * denied: to who is signed in it does not exist, others are asked to sign in.
 */
final class RouteTable implements AuthorizationManager<RequestAuthorizationContext> {
    /** What the table says of one request. */
    sealed interface Verdict {
        record Listed(Admission admission) implements Verdict {}

        record WrongVerb(List<String> allowed) implements Verdict {}

        record Unlisted() implements Verdict {}

        /** Returns what a caller is told who was not admitted. */
        default Problem problem() {
            return switch (this) {
                case Listed listed
                when listed.admission() instanceof Admission.Holder holder ->
                    Caller.missing(holder.permission());
                case Listed _ ->
                    Problem.of("permission_missing", 403, "You are not allowed to do this.");
                case WrongVerb _ ->
                    Problem.of("method_not_allowed", 405, "This cannot be done at this address.");
                case Unlisted _ ->
                    Problem.of("not_found", 404, "There is nothing at this address.")
                            .advising("Type the number you look for into the box above.");
            };
        }
    }

    private record Rule(String verb, PathPattern pattern, Admission admission) {}

    private final List<Rule> rules = new ArrayList<>();
    private final List<Route> listed;

    RouteTable(List<Routes> rooms) {
        listed = rooms.stream().flatMap(room -> room.routes().stream()).toList();
        PathPatternParser parser = PathPatternParser.defaultInstance;
        for (Route route : listed) {
            rules.add(new Rule(route.verb(), parser.parse(route.pattern()), route.admission()));
        }
        rules.sort(Comparator.comparing(Rule::pattern));
    }

    List<Route> listed() {
        return listed;
    }

    @Override
    public AuthorizationDecision authorize(
            Supplier<? extends @Nullable Authentication> ignored,
            RequestAuthorizationContext context) {
        Optional<Caller> caller = CallerAuthentication.current();
        boolean admitted = switch (verdict(context.getRequest())) {
            case Verdict.Listed(Admission admission) -> admits(admission, caller);
            case Verdict.WrongVerb _, Verdict.Unlisted _ -> false;
        };
        return new AuthorizationDecision(admitted);
    }

    /** Returns the most specific rule for the request's verb, as the dispatcher would choose. */
    Verdict verdict(HttpServletRequest request) {
        PathContainer path = RequestPath.parse(request.getRequestURI(), request.getContextPath())
                .pathWithinApplication();
        String verb = request.getMethod().equals("HEAD") ? "GET" : request.getMethod();
        TreeSet<String> others = new TreeSet<>();
        for (Rule rule : rules) {
            if (!rule.pattern().matches(path)) continue;
            if (rule.verb().equals(verb)) return new Verdict.Listed(rule.admission());
            others.add(rule.verb());
        }
        return others.isEmpty()
                ? new Verdict.Unlisted()
                : new Verdict.WrongVerb(List.copyOf(others));
    }

    private static boolean admits(Admission admission, Optional<Caller> caller) {
        return switch (admission) {
            case Admission.Anyone _ -> true;
            case Admission.SignedIn _ -> caller.isPresent();
            case Admission.Insider _ -> caller.isPresent() && !caller.get().isVisitor();
            case Admission.Holder(var permission) ->
                caller.isPresent() && caller.get().may(permission);
        };
    }
}
