package stemma.access.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import stemma.access.Permission;
import stemma.access.Route;
import stemma.access.Routes;

import java.util.List;

class RouteCheckTest {
    private final RequestMappingHandlerMapping mapped = new RequestMappingHandlerMapping();

    RouteCheckTest() throws NoSuchMethodException {
        mapped.registerMapping(
                RequestMappingInfo.paths("/lots").methods(RequestMethod.GET).build(),
                this,
                RouteCheckTest.class.getDeclaredMethod("page"));
    }

    void page() {}

    @Test
    void a_server_starts_when_every_route_has_its_rule() {
        check(Route.get("/lots", Permission.SEE_RECORD)).afterSingletonsInstantiated();
    }

    @Test
    void a_server_does_not_start_with_a_route_that_has_no_rule() {
        assertEquals("routes without a rule: [GET /lots]", fault(check()));
    }

    @Test
    void a_server_does_not_start_with_a_rule_for_nothing() {
        RouteCheck check = check(
                Route.get("/lots", Permission.SEE_RECORD),
                Route.post("/lost", Permission.SEE_RECORD));
        assertEquals("rules without a route: [POST /lost]", fault(check));
    }

    private RouteCheck check(Route... routes) {
        return new RouteCheck(new RouteTable(List.of(Routes.of(routes))), mapped);
    }

    private static String fault(RouteCheck check) {
        return assertThrows(IllegalStateException.class, check::afterSingletonsInstantiated)
                .getMessage();
    }
}
