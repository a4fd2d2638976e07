package stemma;

import static org.assertj.core.api.Assertions.assertThat;

import stemma.access.Role;

/** The pages of the rooms that judge material, each with something to show. */
final class JudgedPages {
    private JudgedPages() {}

    static void put(PageWorld world, ApiPlant plant, ApiClient program) {
        ofCertificates(world, plant, program);
    }

    private static void ofCertificates(PageWorld world, ApiPlant plant, ApiClient program) {
        String id = plant.id();
        ApiClient.Reply reply = program.post("/api/v1/certificates", """
                {"id":"%s","site":"MAIN","kind":"3.1","issuer":"MillCo","number":"CA-1",
                 "issuedOn":"2026-01-05","validUntil":"2026-02-05",
                 "claims":[{"by":"our_lot","text":"F-101","quantity":"5 kg",
                            "values":["ash = 0.55 %%"]},{"text":"M-0"}]}
                """.formatted(id));
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
        Role quinn = Role.QUALITY;
        world.put(quinn, "/certificates", "/certificates", "/certificates?standing=revoked");
        world.put(quinn, "/certificates/checks");
        world.put(Role.RECEIVING, "/certificates/new", "/certificates/new?receipt=R-F-101");
        world.put(quinn, "/certificates/{id}", "/certificates/" + id);
        world.put(quinn, "/certificates/{id}/edit", "/certificates/" + id + "/edit");
        world.put(quinn, "/dependents", "/dependents?certificate=CA-1");
    }
}
