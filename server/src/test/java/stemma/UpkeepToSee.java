package stemma;

import static org.assertj.core.api.Assertions.assertThat;

import stemma.access.Role;
import stemma.catalog.Resource;
import stemma.catalog.ResourceKind;
import stemma.identifiers.ResourceCode;
import stemma.identifiers.SiteCode;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A scale that was found bad, and the addresses at which pages of upkeep are looked at. */
final class UpkeepToSee {
    private UpkeepToSee() {}

    static Map<String, List<PageWorld.Spot>> addresses(ApiPlant plant, ApiClient integrator) {
        plant.define(Resource.of(
                new ResourceCode("SCALE-1"), "Scale", ResourceKind.TOOL, new SiteCode("MAIN")));
        String bad = plant.id();
        tell(integrator, "entries", """
                {"id":"%s","resource":"SCALE-1","entry":"calibrated","asFound":"failed",
                 "asLeft":"failed","certificate":"CAL-1","calibratedBy":"Metro"}""".formatted(bad));
        tell(integrator, "entries", """
                {"id":"%s","resource":"SCALE-1","entry":"monitored","of":"temperature",
                 "value":"31","unit":"C","upper":"25"}""".formatted(plant.id()));
        tell(integrator, "requirements", """
                {"id":"%s","resource":"SCALE-1","demands":["calibrated"],"cleanHours":8,
                 "reason":"SOP-1"}""".formatted(plant.id()));
        ApiClient.Reply cleaned = integrator.post("/api/v1/events", """
                {"event":"cleaned","id":"%s","site":"MAIN","resource":"SCALE-1",
                 "hazards":["dust"],"method":"wipe","kind":"weekly"}""".formatted(plant.id()));
        assertThat(cleaned.status()).as(cleaned.body()).isLessThan(300);
        return Map.of(
                "/upkeep",
                spots("/upkeep", "/upkeep?due=overdue&sort=kind", "/upkeep?words=nothing"),
                "/upkeep/resource",
                spots(
                        "/upkeep/resource?code=SCALE-1",
                        "/upkeep/resource?code=TANK-1&tell=calibrated",
                        "/upkeep/resource?code=TANK-1&tell=maintained",
                        "/upkeep/resource?code=TANK-1&tell=monitored",
                        "/upkeep/resource?code=SCALE-1&tell=verified&about=" + bad,
                        "/upkeep/resource?code=SCALE-1&tell=annulled&about=" + bad),
                "/upkeep/suspects",
                spots("/upkeep/suspects?id=" + bad),
                "/upkeep/requirements",
                spots("/upkeep/requirements"));
    }

    private static void tell(ApiClient integrator, String what, String body) {
        ApiClient.Reply told = integrator.post("/api/v1/upkeep/" + what, body);
        assertThat(told.status()).as(told.body()).isEqualTo(201);
    }

    private static List<PageWorld.Spot> spots(String... paths) {
        return Arrays.stream(paths)
                .map(path -> new PageWorld.Spot(PageWorld.person(Role.QUALITY), path))
                .toList();
    }
}
