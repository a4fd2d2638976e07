package stemma;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import stemma.ApiClient.Reply;
import stemma.access.Role;
import stemma.audit.AuditEntry;
import stemma.audit.TrailQuery;
import stemma.catalog.Country;
import stemma.catalog.Site;
import stemma.identifiers.SiteCode;
import stemma.signatures.Digest;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * Certificates of our own: who may sign, what the paper says, and that it is the same each time.
 */
class IssuedCertificatesTest {
    private static final String COA = "&kind=coa&consignee=CornerShop";
    private static ApiPlant plant;
    private static ApiClient program;
    private static ApiClient quinn;

    @BeforeAll
    static void open() {
        plant = ApiPlant.stocked();
        plant.define(
                Site.of(new SiteCode("ELSEWHERE"), "Elsewhere", new Country("US"), ZoneOffset.UTC));
        plant.define(Site.of(
                        new SiteCode("MAIN"),
                        "Main",
                        new Country("US"),
                        ZoneId.of("America/New_York"))
                .at("12 Mill Lane, Troy"));
        program = plant.program();
        quinn = plant.person("quinn", Role.QUALITY);
        Certified.specified(program, quinn, "bread");
    }

    @AfterAll
    static void close() {
        plant.close();
    }

    private static String released(String number) {
        String lot = Certified.yielded(
                program,
                plant.id(),
                "{\"passport\":{\"item\":\"bread\",\"number\":\"" + number
                        + "\"},\"quantity\":\"90 ea\",\"to\":\"at:MAIN/MAIN\"}");
        Certified.measured(program, lot, plant.id().substring(0, 35), "5.5", "passes");
        Certified.judged(program, quinn, lot, plant.id());
        return lot;
    }

    private static JsonNode printed(ApiClient by, String id) {
        Reply reply = by.post("/api/v1/issued-certificates/" + id + "/prints", "{}");
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
        return reply.json();
    }

    private static List<AuditEntry.Changed> told(String subject) {
        return plant.world.audit().trail(TrailQuery.all().of(subject)).entries().stream()
                .map(AuditEntry.Changed.class::cast)
                .toList();
    }

    @Test
    void the_paper_is_the_same_bytes_each_time_and_each_copy_is_told() {
        String id = plant.id();
        JsonNode issued = Certified.issued(quinn, id, released("B-1"), COA);
        JsonNode first = printed(program, id);
        JsonNode second = printed(quinn, id);
        assertThat(second.path("file")).isEqualTo(first.path("file"));
        assertThat(second.path("copy").asInt()).isEqualTo(2);
        byte[] pdf = Base64.getDecoder().decode(first.path("file").asString());
        String sha256 = issued.path("pdfDigest").asString();
        assertThat(Digest.of(pdf).text()).isEqualTo(sha256);
        String number = issued.path("number").asString();
        assertThat(told(number)).singleElement().satisfies(entry -> {
            assertThat(entry.action()).isEqualTo("certificate_issued");
            assertThat(entry.after().path("sha256").asString()).isEqualTo(sha256);
            assertThat(entry.after().path("digest").asString())
                    .isEqualTo(issued.path("signature").path("digest").asString());
        });
        assertThat(told("paper Certificate of analysis " + number))
                .hasSize(2)
                .allSatisfy(entry ->
                        assertThat(entry.after().path("digest").asString()).isEqualTo(sha256));
        ApiClient browser = plant.person("olga", Role.AUDITOR);
        Reply page = browser.post(
                "/certificates/issued/" + id + "/print",
                "_csrf=" + browser.formToken(),
                "Content-Type",
                "application/x-www-form-urlencoded");
        assertThat(page.body()).startsWith("%PDF-");
        assertThat(told("paper Certificate of analysis " + number)).hasSize(3);
    }

    @Test
    void the_paper_says_who_signed_what_when_and_from_which_program() throws IOException {
        String id = plant.id();
        JsonNode issued = Certified.issued(
                quinn, id, released("B-2"), "&kind=3.1&consignee=CornerShop&order=PO-7");
        byte[] pdf =
                Base64.getDecoder().decode(printed(program, id).path("file").asString());
        try (PDDocument document = Loader.loadPDF(pdf)) {
            String text = new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
            assertThat(text)
                    .contains("Inspection certificate, EN 10204 3.1")
                    .contains("A03 No. " + issued.path("number").asString())
                    .contains("A06 Purchaser, consignee CornerShop")
                    .contains("A01 Manufacturer's works Main, 12 Mill Lane, Troy, US (site MAIN)")
                    .contains("A07 Order PO-7")
                    .contains("B07 Lot, batch, heat B-2")
                    .contains("pH ISO 10523 5.2 to 6.0 pH 5.5 pH conforms")
                    .contains("independent of the manufacturing department")
                    .contains("quinn Example (quinn)")
                    .contains("Meaning certified")
                    .contains("UTC)")
                    .contains(issued.path("signature").path("digest").asString())
                    .contains("page 1 of 1")
                    .contains("Stemma development build");
        }
    }

    @Test
    void a_3_1_is_not_signed_by_whoever_records_production_nor_any_paper_by_its_maker() {
        String lot = released("B-3");
        assertThat(against(program, lot, "&kind=3.1&consignee=CornerShop&order=PO-7"))
                .containsExactly(
                        "certificate_signed_by_maker", "certificate_signer_not_independent");
        assertThat(against(program, lot, COA)).containsExactly("certificate_signed_by_maker");
        assertThat(against(quinn, lot, "&kind=3.1&consignee=CornerShop&order=PO-7"))
                .isEmpty();
    }

    private static List<String> against(ApiClient by, String lot, String asked) {
        List<String> codes = new ArrayList<>();
        for (JsonNode one : Certified.draft(by, lot, asked).path("against"))
            codes.add(one.path("code").asString());
        return codes;
    }

    @Test
    void only_a_person_of_quality_signs_and_only_what_was_shown() {
        String lot = released("B-4");
        String digest = Certified.draft(quinn, lot, COA).path("digest").asString();
        assertThat(code(program, lot, digest)).isEqualTo("device_cannot_sign");
        ApiClient sena = plant.person("sena", Role.SHIPPING);
        assertThat(code(sena, lot, digest)).isEqualTo("permission_missing");
        assertThat(code(quinn, lot, "0".repeat(64))).isEqualTo("certificate_changed");
        Certified.corrected(quinn, lot, plant.id(), "5.6");
        assertThat(code(quinn, lot, digest)).isEqualTo("certificate_results_changed");
        assertThat(quinn.get("/api/v1/issued-certificates?lot=B-4")
                        .json()
                        .path("total")
                        .asInt())
                .isZero();
    }

    private static String code(ApiClient by, String lot, String digest) {
        Reply reply = Certified.sent(by, plant.id(), lot, COA, digest);
        assertThat(reply.status()).isGreaterThanOrEqualTo(400);
        return reply.json().path("code").asString();
    }

    @Test
    void sent_twice_it_is_issued_once_and_its_id_bears_no_other() {
        String lot = released("B-5");
        String digest = Certified.draft(quinn, lot, COA).path("digest").asString();
        String id = plant.id();
        Reply first = Certified.sent(quinn, id, lot, COA, digest);
        Reply again = Certified.sent(quinn, id, lot, COA, digest);
        assertThat(again.json()).isEqualTo(first.json());
        String other = Certified.draft(quinn, lot, "&kind=coc").path("digest").asString();
        assertThat(Certified.sent(quinn, id, lot, "&kind=coc", other)
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("certificate_exists");
        assertThat(told(first.json().path("number").asString())).hasSize(1);
    }

    @Test
    void the_numbers_of_a_site_have_no_gap_though_some_are_refused() {
        String lot = released("B-6");
        long before = number(Certified.issued(quinn, plant.id(), lot, COA));
        assertThat(code(quinn, lot, "0".repeat(64))).isEqualTo("certificate_changed");
        assertThat(number(Certified.issued(quinn, plant.id(), lot, COA))).isEqualTo(before + 1);
    }

    private static long number(JsonNode issued) {
        String number = issued.path("number").asString();
        assertThat(number).startsWith("MAIN-C-");
        return Long.parseLong(number.substring("MAIN-C-".length()));
    }

    @Test
    void the_shipment_the_lot_and_the_delivery_note_name_it_until_it_is_withdrawn()
            throws IOException {
        String lot = released("B-7");
        assertThat(program.post("/api/v1/shipments", """
                        {"id":"%s","site":"MAIN","shipment":"SH-7","order":"SO-1",
                         "consignee":"CornerShop","containers":[],
                         "lines":[{"lot":"%s","quantity":"40 ea","from":"at:MAIN/MAIN"}]}
                        """.formatted(plant.id(), lot))
                        .status())
                .isEqualTo(201);
        String id = plant.id();
        String number = Certified.issued(quinn, id, lot, "&kind=coa&shipment=SH-7")
                .path("number")
                .asString();
        ApiClient sena = plant.person("sven", Role.SHIPPING);
        assertThat(sena.get("/shipments/SH-7").body()).contains(number);
        assertThat(sena.get("/lots/bread/B-7").body()).contains(number);
        assertThat(note(sena)).contains(number + ", Certificate of analysis, of lot B-7");
        assertThat(sena.get("/shipments/SH-7").body()).doesNotContain("hanged since");
        Certified.corrected(quinn, lot, plant.id(), "5.6");
        assertThat(sena.get("/shipments/SH-7").body())
                .contains("changed since it was signed: results")
                .doesNotContain("Changed since the delivery note was printed");
        JsonNode sent =
                program.get("/api/v1/shipments/SH-7").json().path("shipments").path(0);
        assertThat(sent.path("certificates").path(0).path("changedSince").toString())
                .contains("results");
        assertThat(sent.path("deliveryNote").path("changedSince").asBoolean()).isFalse();
        assertThat(quinn.post("/api/v1/issued-certificates/" + id + "/withdrawal", """
                        {"reason":"Wrong limits.","sign":{"signer":"quinn","password":"%s"}}
                        """.formatted(
                                        ApiPlant.PASSWORD))
                        .status())
                .isEqualTo(200);
        assertThat(sena.get("/shipments/SH-7").body())
                .contains(number, "withdrawn", "Changed since the delivery note was printed")
                .doesNotContain("changed since it was signed");
        assertThat(note(sena)).doesNotContain(number);
        assertThat(sena.get("/shipments/SH-7").body())
                .doesNotContain("Changed since the delivery note was printed");
        assertThat(quinn.get("/certificates/issued/" + id).body())
                .contains("Nothing may rest on this certificate", "Wrong limits.");
        assertThat(quinn.get("/board?root=certificate:" + number).body()).contains("CornerShop");
    }

    private static String note(ApiClient person) throws IOException {
        String form = "_csrf=" + person.formToken() + "&code=SH-7&consignee=CornerShop";
        byte[] pdf = person.formed("/shipments/note", form);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    @Test
    void one_of_another_site_is_as_if_it_were_not() {
        String id = plant.id();
        Certified.issued(quinn, id, released("B-8"), COA);
        ApiClient other =
                CertificatesTest.at(plant, new SiteCode("ELSEWHERE"), "erik", Role.QUALITY);
        assertThat(other.get("/certificates/issued/" + id).status()).isEqualTo(404);
        assertThat(other.get("/api/v1/issued-certificates/" + id).status()).isEqualTo(404);
        assertThat(other.get("/api/v1/issued-certificates").json().path("total").asInt())
                .isZero();
        assertThat(other.get("/lots/bread/B-8").body()).doesNotContain("MAIN-C-");
    }
}
