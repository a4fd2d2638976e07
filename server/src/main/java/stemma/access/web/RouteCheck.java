package stemma.access.web;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Stops the start of a server in which a mapped route has no rule, or a rule no route: nothing is
 * ever reachable because somebody forgot to say who may.
 */
final class RouteCheck implements SmartInitializingSingleton {
    private static final Set<String> STATIC = Set.of("GET /static/**", "GET /webjars/**");
    private final RouteTable table;
    private final RequestMappingHandlerMapping mapped;

    RouteCheck(RouteTable table, RequestMappingHandlerMapping mapped) {
        this.table = table;
        this.mapped = mapped;
    }

    @Override
    public void afterSingletonsInstantiated() {
        Set<String> withRule = table.listed().stream()
                .map(route -> route.verb() + " " + route.pattern())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> reachable = reachable();
        Set<String> unruled = new TreeSet<>(reachable);
        unruled.removeAll(withRule);
        Set<String> dead = new TreeSet<>(withRule);
        dead.removeAll(reachable);
        dead.removeAll(STATIC);
        List<String> faults = List.of(
                unruled.isEmpty() ? "" : "routes without a rule: " + unruled,
                dead.isEmpty() ? "" : "rules without a route: " + dead);
        String told =
                String.join("; ", faults.stream().filter(f -> !f.isEmpty()).toList());
        if (!told.isEmpty()) throw new IllegalStateException(told);
    }

    private Set<String> reachable() {
        Set<String> reachable = new TreeSet<>();
        mapped.getHandlerMethods().forEach((mapping, method) -> {
            var verbs = mapping.getMethodsCondition().getMethods();
            for (String pattern : mapping.getPatternValues()) {
                // Only the container's own error dispatch reaches this one.
                if (pattern.equals("/error")) continue;
                if (verbs.isEmpty()) reachable.add("any verb " + pattern);
                for (RequestMethod verb : verbs) reachable.add(verb + " " + pattern);
            }
        });
        return reachable;
    }
}
