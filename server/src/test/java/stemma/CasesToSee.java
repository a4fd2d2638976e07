package stemma;

import static org.assertj.core.api.Assertions.assertThat;

import stemma.access.Role;
import stemma.nonconformance.CaseKind;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A complaint about bread, and the addresses at which pages of cases are looked at. */
final class CasesToSee {
    private CasesToSee() {}

    static Map<String, List<PageWorld.Spot>> addresses(ApiClient integrator) {
        ApiClient.Reply opened = integrator.post("/api/v1/cases", """
                {"kind":"complaint","site":"MAIN","title":"Glass in bread","account":"A splinter.",
                 "foundOn":"2026-05-01","foundAt":"a shop","foundBy":"a customer",
                 "severity":"critical","owner":"quality","due":"2026-05-02",
                 "subjects":[{"kind":"lot","code":"B-1"},{"kind":"partner","code":"CornerShop"}],
                 "complaint":{"product":"Bread","received":"2026-05-01","codeAsRead":"B-1",
                  "nature":"glass","correction":""},
                 "complainant":{"name":"A. Smith","address":"","phone":""}}""");
        assertThat(opened.status()).as(opened.body()).isEqualTo(201);
        String number = opened.json().path("case").path("number").asString("");
        return Map.of(
                "/cases",
                spots("/cases", "/cases?standing=overdue&subject=B-1", "/cases?words=none"),
                "/cases/figures",
                spots("/cases/figures"),
                "/cases/around",
                spots("/cases/around?lot=F-101&item=flour", "/cases/around?lot=B-1"),
                "/cases/new",
                spots(Arrays.stream(CaseKind.values())
                        .map(kind -> "/cases/new?kind=" + kind.word())
                        .toArray(String[]::new)),
                "/cases/{number}",
                spots("/cases/" + number));
    }

    private static List<PageWorld.Spot> spots(String... paths) {
        return Arrays.stream(paths)
                .map(path -> new PageWorld.Spot(PageWorld.person(Role.QUALITY), path))
                .toList();
    }
}
