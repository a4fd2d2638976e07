package stemma;

import static org.assertj.core.api.Assertions.assertThat;

import stemma.ApiClient.Reply;

import tools.jackson.databind.JsonNode;

/**
 * A lot that was made, inspected and released, and a certificate of it, by the doors of the API.
 */
final class Certified {
    static final String ID = "01952f3c-0000-7000-8000-0000000059c1";

    private Certified() {}

    /** The examples of certificates of our own are of a lot of carrot that was tested. */
    static void before(JsonNode example, ApiClient program, ApiClient person) {
        if (!example.path("path").asString().startsWith("/api/v1/issued-certificates?")) return;
        String lot = yielded(
                program,
                "01952f3c-0000-7000-8000-000000005901",
                "{\"passport\":{\"item\":\"carrot\",\"number\":\"C-90\"},\"quantity\":\"40 kg\","
                        + "\"to\":\"at:MAIN/COLD\"}");
        measured(program, lot, "01952f3c-0000-7000-8000-00000000591", "12.4", "passes");
        judged(program, person, lot, "01952f3c-0000-7000-8000-000000005920");
        issued(person, ID, lot, "&kind=3.1&consignee=MillCo&order=PO-4711");
    }

    /** Puts a specification of an item in force, for what is made of it. */
    static void specified(ApiClient program, ApiClient signer, String item) {
        String digest = done(program.post("/api/v1/specifications", """
                        {"item":"%s","occasions":["production"],"change":"First.",
                         "characteristics":[
                           {"name":"pH","method":"ISO 10523","kind":"measured","lower":"5.2",
                            "upper":"6.0","unit":"pH"},
                           {"name":"crust","kind":"attribute","expected":"no mould"}]}
                        """.formatted(item)))
                .json()
                .path("digest")
                .asString();
        done(signer.post("/api/v1/specifications/force", """
                {"item":"%s","revision":1,"digest":"%s","signer":"%s","password":"%s"}
                """.formatted(
                        item, digest, signer.code(), ApiPlant.PASSWORD)));
    }

    /** Makes a lot and returns its id. */
    static String yielded(ApiClient program, String id, String output) {
        done(program.post("/api/v1/events", """
                {"event":"produced","id":"%s","site":"MAIN",
                 "run":{"id":"WO-90","order":"WO-90","kind":"production","basis":"none"},
                 "outputs":[%s]}
                """.formatted(id, output)));
        return id + "/0";
    }

    /** Makes a lot of bread. */
    static String bread(ApiPlant plant, ApiClient program, String number) {
        return yielded(
                program,
                plant.id(),
                "{\"passport\":{\"item\":\"bread\",\"number\":\"" + number
                        + "\"},\"quantity\":\"90 ea\",\"to\":\"at:MAIN/MAIN\"}");
    }

    /** Makes a lot of bread that passes and is released. */
    static String released(ApiPlant plant, ApiClient program, ApiClient signer, String number) {
        String lot = bread(plant, program, number);
        measured(program, lot, plant.id().substring(0, 35), "5.5", "passes");
        judged(program, signer, lot, plant.id());
        return lot;
    }

    static JsonNode inspection(ApiClient program, String lot) {
        return program.get("/api/v1/inspections?lot=" + lot)
                .json()
                .path("inspections")
                .path(0);
    }

    /** Records results one to a characteristic, with ids that begin as said. */
    static void measured(ApiClient program, String lot, String ids, String... values) {
        String inspection = inspection(program, lot).path("id").asString();
        for (int i = 0; i < values.length; i++)
            done(program.post("/api/v1/inspections/" + inspection + "/results", """
                    {"results":[{"id":"%s%d","characteristic":%d,"value":"%s",
                                 "reason":"Read again."}]}
                    """.formatted(
                            ids, i, i + 1, values[i])));
    }

    /** Changes the first result after the judgement, as somebody signs. */
    static void corrected(ApiClient person, String lot, String id, String value) {
        JsonNode shown = inspection(person, lot);
        done(person.post(
                "/api/v1/inspections/" + shown.path("id").asString() + "/results", """
                {"results":[{"id":"%s","characteristic":1,"value":"%s"}],
                 "correction":{"why":"misread","shown":"%s","signer":"%s","password":"%s"}}
                """.formatted(
                                id,
                                value,
                                shown.path("basis").path("results").asString(),
                                person.code(),
                                ApiPlant.PASSWORD)));
    }

    /** Releases a lot on its inspection. */
    static void judged(ApiClient program, ApiClient person, String lot, String id) {
        JsonNode basis = inspection(program, lot).path("basis");
        done(person.post("/api/v1/judgements", """
                {"id":"%s","site":"MAIN","status":"released","lots":["%s"],"inspections":[%s],
                 "sign":{"signer":"%s","password":"%s","meaning":"released"}}
                """.formatted(
                        id, lot, basis, person.code(), ApiPlant.PASSWORD)));
    }

    static JsonNode draft(ApiClient person, String lot, String asked) {
        return person.get("/api/v1/issued-certificates/draft?lot=" + lot + asked)
                .json();
    }

    /** Issues what the draft shows and returns the answer. */
    static JsonNode issued(ApiClient person, String id, String lot, String asked) {
        return done(sent(
                        person,
                        id,
                        lot,
                        asked,
                        draft(person, lot, asked).path("digest").asString()))
                .json();
    }

    /** Sends a certificate to be issued, whatever the answer; {@code asked} is as in an address. */
    static Reply sent(ApiClient person, String id, String lot, String asked, String digest) {
        StringBuilder members = new StringBuilder();
        for (String pair : asked.substring(1).split("&"))
            members.append("\"").append(pair.replace("=", "\":\"")).append("\",");
        return person.post("/api/v1/issued-certificates", """
                {"id":"%s","lot":"%s",%s"digest":"%s","sign":{"signer":"%s","password":"%s"}}
                """.formatted(
                        id, lot, members, digest, person.code(), ApiPlant.PASSWORD));
    }

    private static Reply done(Reply reply) {
        assertThat(reply.status()).as(reply.body()).isBetween(200, 201);
        assertThat(reply.body()).doesNotContain("\"refused\"");
        return reply;
    }
}
