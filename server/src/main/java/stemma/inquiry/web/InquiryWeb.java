package stemma.inquiry.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import stemma.access.Permission;
import stemma.access.Route;
import stemma.access.Routes;
import stemma.genealogy.TooFar;
import stemma.shell.Explains;
import stemma.shell.Navigation;
import stemma.shell.NavigationEntry;
import stemma.shell.Problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Who may ask what, and where the answers stand in the navigation. */
@Configuration(proxyBeanMethods = false)
class InquiryWeb {
    private static final List<String> READ = List.of(
            "/find",
            "/ask",
            "/lots",
            "/lots/card",
            "/lots/{item}/{number}",
            "/lots/id/{birth}/{units}",
            "/trace",
            "/trace/why",
            "/trace/difference",
            "/share",
            "/share/why",
            "/dependents",
            "/api/v1/dependents",
            "/events/{id}",
            "/board",
            "/board/rows",
            "/orders",
            "/orders/{code}",
            "/containers",
            "/containers/{code}",
            "/holds",
            "/holds/{code}",
            "/gaps",
            "/road",
            "/proven",
            "/proven/handover-{size}.note",
            "/api/v1/find",
            "/api/v1/lots",
            "/api/v1/lots/{birth}/{units}",
            "/api/v1/lots/card",
            "/api/v1/board",
            "/api/v1/shares",
            "/api/v1/differences",
            "/api/v1/holds",
            "/api/v1/holds/{code}",
            "/api/v1/holds/{code}/lots",
            "/api/v1/gaps",
            "/api/v1/records/{id}/proof",
            "/api/v1/checkpoint",
            "/api/v1/keys",
            "/api/v1/consistency");
    private static final List<String> EXPORTS = List.of(
            "/trace.csv",
            "/trace/serials.csv",
            "/trace.xlsx",
            "/trace.json",
            "/trace.svg",
            "/trace.pdf",
            "/trace/difference.csv",
            "/trace/difference.xlsx",
            "/board.csv",
            "/share.csv",
            "/share.xlsx",
            "/dependents.csv",
            "/events/{id}/proof.txt",
            "/board/rows.csv");

    @Bean
    Explains tracesTooFar() {
        return failure -> failure instanceof TooFar far
                ? Optional.of(Problem.of("too_far", 422, far.sentence())
                        .notRecording("")
                        .advising("Ask for its board instead: that tells all of it, in numbers and"
                                + " in rows read part by part, as pages and as files. Or start the"
                                + " server with more memory (STEMMA_MEMORY)."))
                : Optional.empty();
    }

    @Bean
    Routes inquiryRoutes() {
        List<Route> routes = new ArrayList<>();
        routes.add(Route.signedIn("GET", "/"));
        READ.forEach(path -> routes.add(Route.get(path, Permission.SEE_RECORD)));
        EXPORTS.forEach(path -> routes.add(Route.get(path, Permission.SEE_RECORD)));
        routes.add(Route.get("/holds/new", Permission.HOLD));
        routes.add(Route.get("/api/v1/hold-previews", Permission.HOLD));
        routes.add(Route.post("/holds", Permission.HOLD));
        routes.add(Route.post("/holds/tag", Permission.PRINT));
        routes.add(Route.post("/holds/{code}/lifting", Permission.LIFT_HOLD));
        routes.add(Route.post("/events/{id}/correction", Permission.CORRECT));
        routes.add(Route.post("/api/v1/traces", Permission.SEE_RECORD));
        return new Routes(routes);
    }

    @Bean
    Navigation inquiryNavigation() {
        return Navigation.of(
                new NavigationEntry("Start", "/", Permission.SEE_RECORD, 100),
                new NavigationEntry("Ask", "/ask", Permission.SEE_RECORD, 110),
                new NavigationEntry("Holds", "/holds", Permission.SEE_RECORD, 120),
                new NavigationEntry("On the road", "/road", Permission.SEE_RECORD, 130),
                new NavigationEntry("Gaps", "/gaps", Permission.SEE_RECORD, 140));
    }
}
