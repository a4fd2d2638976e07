package stemma;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import stemma.access.Assignment;
import stemma.access.NewPerson;
import stemma.access.Role;
import stemma.audit.TrailQuery;
import stemma.catalog.Country;
import stemma.catalog.Site;
import stemma.identifiers.ActorId;
import stemma.identifiers.SiteCode;
import stemma.journal.Author;

import java.time.ZoneOffset;
import java.util.List;

/** Who may do what with papers, and what each change leaves in the audit trail. */
class CertificatesTest {
    private static final SiteCode ELSEWHERE = new SiteCode("ELSEWHERE");

    private static ApiPlant plant;
    private static ApiClient program;

    @BeforeAll
    static void open() {
        plant = ApiPlant.stocked();
        plant.define(Site.of(ELSEWHERE, "Elsewhere", new Country("US"), ZoneOffset.UTC));
        program = plant.program();
    }

    @AfterAll
    static void close() {
        plant.close();
    }

    private static String paper(String id, String number) {
        return """
                {"id":"%s","site":"MAIN","kind":"3.1","issuer":"MillCo","number":"%s",
                 "issuedOn":"2026-01-05","claims":[{"text":"M-%s","quantity":"5 kg"}]}
                """.formatted(id, number, number);
    }

    private static long changes(String number) {
        return plant.world
                .audit()
                .trail(TrailQuery.all().of("MillCo/" + number))
                .entries()
                .size();
    }

    @Test
    void each_change_leaves_one_entry_and_the_same_sent_again_leaves_none() {
        String id = plant.id();
        assertThat(program.post("/api/v1/certificates", paper(id, "C-1")).status())
                .isEqualTo(201);
        assertThat(changes("C-1")).isEqualTo(1);
        assertThat(program.post("/api/v1/certificates", paper(id, "C-1")).status())
                .isEqualTo(201);
        assertThat(changes("C-1")).isEqualTo(1);
        String found = "{\"outcome\":\"refuted\",\"how\":\"The mill does not know it.\"}";
        assertThat(program.post("/api/v1/certificates/" + id + "/verifications", found)
                        .status())
                .isEqualTo(201);
        assertThat(changes("C-1")).isEqualTo(2);
    }

    @Test
    void a_paper_of_another_site_is_answered_as_one_that_does_not_exist() {
        String id = plant.id();
        assertThat(program.post("/api/v1/certificates", paper(id, "C-2")).status())
                .isEqualTo(201);
        ApiClient quality = at(plant, ELSEWHERE, "quentin", Role.QUALITY);
        assertThat(quality.get("/certificates/" + id).status()).isEqualTo(404);
        assertThat(quality.get("/certificates/" + id + "/edit").status()).isEqualTo(404);
        assertThat(quality.get("/dependents?certificate=C-2").status()).isEqualTo(404);
        assertThat(quality.get("/certificates").body()).doesNotContain("C-2");
        assertThat(quality.get("/certificates/checks").body()).doesNotContain("C-2");
        assertThat(quality.get("/certificates/" + plant.id()).status()).isEqualTo(404);
    }

    /** Returns a browser of somebody who has a role at one site alone. */
    static ApiClient at(ApiPlant plant, SiteCode site, String name, Role role) {
        var invitation = plant.world
                .access()
                .people()
                .add(
                        new Author(ActorId.of("ada"), "session 0", "test"),
                        new NewPerson(
                                ActorId.of(name),
                                name,
                                name + " Example",
                                List.of(Assignment.at(site, role))));
        plant.world.access().acceptInvitation(invitation.secret(), ApiPlant.PASSWORD, "test");
        ApiClient browser = plant.stranger();
        browser.signIn(name, ApiPlant.PASSWORD);
        return browser;
    }
}
