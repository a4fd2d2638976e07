package stemma.access;

import java.util.Arrays;
import java.util.List;

/** The routes that one room contributes; a mapped route without one stops the start. */
public record Routes(List<Route> routes) {
    public Routes {
        routes = List.copyOf(routes);
    }

    public static Routes of(Route... routes) {
        return new Routes(Arrays.asList(routes));
    }
}
