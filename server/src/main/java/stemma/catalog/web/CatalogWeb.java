package stemma.catalog.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import stemma.access.Permission;
import stemma.access.Route;
import stemma.access.Routes;
import stemma.catalog.MasterKind;
import stemma.shell.Explains;
import stemma.shell.Navigation;
import stemma.shell.NavigationEntry;

import java.util.ArrayList;
import java.util.List;

/** What the catalog contributes to the server: its navigation, its routes, its refusals. */
@Configuration(proxyBeanMethods = false)
class CatalogWeb {
    @Bean
    Navigation catalogNavigation() {
        return Navigation.of(
                entry(MasterKind.ITEM, 410),
                entry(MasterKind.RECIPE, 415),
                entry(MasterKind.PARTNER, 420),
                entry(MasterKind.SHIP_TO, 425),
                entry(MasterKind.SITE, 430),
                entry(MasterKind.LOCATION, 435),
                entry(MasterKind.RESOURCE, 440),
                entry(MasterKind.CONVERSION, 445),
                entry(MasterKind.PURCHASE_ORDER, 215),
                entry(MasterKind.WORK_ORDER, 238),
                entry(MasterKind.SALES_ORDER, 258));
    }

    private static NavigationEntry entry(MasterKind kind, int order) {
        return new NavigationEntry(
                MasterWords.many(kind), MasterPaths.list(kind), Permission.SEE_RECORD, order);
    }

    @Bean
    Explains catalogRefusals() {
        return MasterProblems::explain;
    }

    @Bean
    Routes catalogRoutes() {
        List<Route> routes = new ArrayList<>(List.of(
                Route.get("/masters/{masters}", Permission.SEE_RECORD),
                Route.get("/masters/{masters}/one", Permission.SEE_RECORD),
                Route.get("/masters/{masters}/file", Permission.SEE_RECORD),
                Route.get("/masters/{masters}/new", Permission.MANAGE_MASTERS),
                Route.get("/masters/{masters}/edit", Permission.MANAGE_MASTERS),
                Route.post("/masters/{masters}/lines", Permission.MANAGE_MASTERS),
                Route.post("/masters/{masters}", Permission.MANAGE_MASTERS),
                Route.post("/masters/{masters}/standing", Permission.MANAGE_MASTERS),
                Route.get("/masters/{masters}/sheet", Permission.MANAGE_MASTERS),
                Route.post("/masters/{masters}/sheet/check", Permission.MANAGE_MASTERS),
                Route.post("/masters/{masters}/sheet/record", Permission.MANAGE_MASTERS)));
        for (MasterKind kind : MasterKind.values()) {
            String path = "/api/v1/" + MasterPaths.word(kind);
            String one = path
                    + switch (kind) {
                        case ITEM,
                                PARTNER,
                                SITE,
                                RESOURCE,
                                PURCHASE_ORDER,
                                WORK_ORDER,
                                SALES_ORDER -> "/{code}";
                        case LOCATION, SHIP_TO, RECIPE -> "/{within}/{code}";
                        case CONVERSION -> "";
                    };
            routes.add(Route.get(path, Permission.SEE_RECORD));
            if (kind != MasterKind.CONVERSION) routes.add(Route.get(one, Permission.SEE_RECORD));
            routes.add(Route.put(one, Permission.MANAGE_MASTERS));
        }
        return new Routes(routes);
    }
}
