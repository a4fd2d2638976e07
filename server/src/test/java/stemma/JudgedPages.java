package stemma;

import static org.assertj.core.api.Assertions.assertThat;

import stemma.access.Role;

/** The pages of the rooms that judge material, each with something to show. */
final class JudgedPages {
    private JudgedPages() {}

    static void put(PageWorld world, ApiPlant plant, ApiClient program) {
        ofCertificates(world, plant, program);
        ofInspections(world, plant, program);
        String chart = "/specifications/chart?item=flour&characteristic=MOISTURE";
        world.put(Role.QUALITY, "/specifications/chart", chart, chart + "&most=2");
        retained(world, plant, program);
        ofIssued(world, plant, program);
    }

    /** One that stands, one that is withdrawn, and a draft against which something stands. */
    private static void ofIssued(PageWorld world, ApiPlant plant, ApiClient program) {
        ApiClient signer = plant.stranger();
        signer.signIn(PageWorld.person(Role.QUALITY), ApiPlant.PASSWORD);
        Certified.specified(program, signer, "bread");
        String lot = Certified.yielded(program, plant.id(), """
                {"passport":{"item":"bread","number":"B-90"},"quantity":"9 ea","to":"at:MAIN/MAIN"}
                """.strip());
        String open = Certified.yielded(program, plant.id(), """
                {"passport":{"item":"bread","number":"B-91"},"quantity":"9 ea","to":"at:MAIN/MAIN"}
                """.strip());
        Certified.measured(program, lot, plant.id().substring(0, 35), "5.5", "passes");
        Certified.judged(program, signer, lot, plant.id());
        String stands = plant.id();
        Certified.issued(signer, stands, lot, "&kind=3.1&consignee=CornerShop&order=PO-7");
        String gone = plant.id();
        Certified.issued(signer, gone, lot, "&kind=coc");
        done(signer.post("/api/v1/issued-certificates/" + gone + "/withdrawal", """
                {"reason":"Another revision was agreed.","sign":{"signer":"%s","password":"%s"}}
                """.formatted(
                        signer.code(), ApiPlant.PASSWORD)));
        Role quinn = Role.QUALITY;
        world.put(
                quinn,
                "/certificates/issued",
                "/certificates/issued",
                "/certificates/issued?standing=withdrawn",
                "/certificates/issued?lot=NO");
        world.put(
                quinn,
                "/certificates/issued/new",
                "/certificates/issued/new",
                "/certificates/issued/new?number=B-90",
                "/certificates/issued/new?lot=" + lot + "&kind=coa",
                "/certificates/issued/new?lot=" + open + "&kind=3.1");
        world.put(
                quinn,
                "/certificates/issued/{id}",
                "/certificates/issued/" + stands,
                "/certificates/issued/" + gone);
    }

    /** A revision in force with an inspection of each standing against it, and the next draft. */
    private static void ofInspections(PageWorld world, ApiPlant plant, ApiClient program) {
        String digest = specified(program, "15.0").json().path("digest").asString("");
        ApiClient signer = plant.stranger();
        signer.signIn(PageWorld.person(Role.QUALITY), ApiPlant.PASSWORD);
        done(signer.post("/api/v1/specifications/force", """
                {"item":"flour","revision":1,"digest":"%s","signer":"quality","password":"%s"}
                """.formatted(digest, ApiPlant.PASSWORD)));
        var lots = program.get("/api/v1/lots?number=F-102").json().path("lots");
        String lot = lots.path(0).path("lot").asString("");
        String failed = opened(plant, program, lot);
        done(program.post("/api/v1/inspections/" + failed + "/results", """
                {"results":[{"id":"%s","characteristic":1,"value":"16.2"},
                            {"id":"%s","characteristic":2,"sample":1,"value":"passes"}]}
                """.formatted(
                        plant.id(), plant.id())));
        done(program.post("/api/v1/inspections/" + failed + "/results", """
                {"results":[{"id":"%s","characteristic":1,"value":"16.4","reason":"Dried again."}]}
                """.formatted(plant.id())));
        String open = opened(plant, program, lot);
        specified(program, "14.0");
        Role quinn = Role.QUALITY;
        world.put(
                quinn,
                "/inspections",
                "/inspections",
                "/inspections?state=void",
                "/inspections?lot=F-102",
                "/inspections?lot=NO");
        world.put(quinn, "/inspections/{id}", "/inspections/" + failed, "/inspections/" + open);
        world.put(
                quinn,
                "/blocked-stock",
                "/blocked-stock",
                "/blocked-stock?standing=restricted&item=flour",
                "/blocked-stock?supplier=NOBODY");
        String held = program.get("/api/v1/blocked-stock?sort=lot")
                .json()
                .path("rows")
                .path(0)
                .path("lot")
                .asString("");
        String place = program.get("/api/v1/blocked-stock?sort=lot")
                .json()
                .path("rows")
                .path(0)
                .path("place")
                .asString("");
        world.put(
                quinn,
                "/blocked-stock/disposition",
                "/blocked-stock/disposition?lot=" + held + "&place=" + place);
        world.put(quinn, "/specifications");
        String one = "/specifications/one?item=flour&revision=";
        world.put(quinn, "/specifications/one", one + "1", one + "2");
        world.put(
                quinn,
                "/specifications/new",
                "/specifications/new",
                "/specifications/new?item=flour");
    }

    /** A retained sample of which nobody has said until when it is kept, and one that is due. */
    private static void retained(PageWorld world, ApiPlant plant, ApiClient program) {
        String kept = plant.id();
        done(program.post("/api/v1/events", """
                {"event":"split","id":"%s","site":"MAIN","kind":"retain",
                 "from":{"lot":"F-102","quantity":"2 kg","from":"at:MAIN/MAIN"},
                 "into":[{"passport":{"item":"flour","number":"F-102-K"},"quantity":"1 kg",
                          "to":"at:MAIN/MAIN"},
                         {"passport":{"item":"flour","number":"F-102-L"},"quantity":"1 kg",
                          "to":"at:MAIN/MAIN"}]}
                """.strip().formatted(kept)));
        done(program.post("/api/v1/retained-samples/retention", """
                {"lot":"%s/1","until":"2020-01-31","why":"Only for the trial."}
                """.formatted(kept)));
        Role quinn = Role.QUALITY;
        world.put(quinn, "/retests", "/retests", "/retests?days=3660", "/retests?lot=NO");
        world.put(
                quinn,
                "/retained-samples",
                "/retained-samples",
                "/retained-samples?show=due",
                "/retained-samples?lot=NO");
        String form = "/retained-samples/retention?lot=" + kept;
        world.put(quinn, "/retained-samples/retention", form + "/0", form + "/1");
    }

    private static ApiClient.Reply specified(ApiClient program, String most) {
        return done(program.post("/api/v1/specifications", """
                {"item":"flour","occasions":["retest"],"count":2,"change":"First crop.",
                 "characteristics":[
                   {"name":"moisture","method":"oven, 130 °C","kind":"measured",
                    "upper":"%s","unit":"%%"},
                   {"name":"smell","kind":"attribute","expected":"no musty smell",
                    "taking":"each","weight":"critical"}]}
                """.formatted(most)));
    }

    private static String opened(ApiPlant plant, ApiClient program, String lot) {
        String id = plant.id();
        done(program.post("/api/v1/inspections", """
                {"id":"%s","lots":["%s"],"occasion":"retest","amount":"500 kg"}
                """.formatted(id, lot)));
        return id;
    }

    private static ApiClient.Reply done(ApiClient.Reply reply) {
        assertThat(reply.status()).as(reply.body()).isBetween(200, 201);
        return reply;
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
