package stemma;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import stemma.access.Role;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lots that are to be tested again, from the list to their next date, as a browser shows them. */
class RetestsTest {
    private static final ApiPlant PLANT = ApiPlant.stocked();
    private static ApiClient program;
    private static ApiClient quinn;
    private static final String DROPPED = " ";
    private static String expiry = "";

    @BeforeAll
    static void goods() {
        program = PLANT.program();
        quinn = PLANT.person("quinn", Role.QUALITY);
        var draft = program.post("/api/v1/specifications", """
                {"item":"flour","occasions":["retest"],"retestMonths":6,"characteristics":[
                 {"name":"smell","kind":"attribute","expected":"none"}]}
                """);
        assertThat(draft.status()).as(draft.body()).isEqualTo(201);
        assertThat(quinn.post("/api/v1/specifications/force", """
                {"item":"flour","revision":1,"digest":"%s","signer":"quinn","password":"%s"}
                """.formatted(
                                draft.json().path("digest").asString(""), ApiPlant.PASSWORD))
                        .status())
                .isEqualTo(200);
        LocalDate today = LocalDate.now(ApiPlant.ZONE);
        expiry = today.plusDays(90).toString();
        received("flour", "T-1", today.plusDays(10), "");
        received("flour", "T-2", today.plusDays(60), ",\"expiry\":\"" + expiry + "\"");
        received("salt", "T-3", today.plusDays(20), "");
    }

    @AfterAll
    static void close() {
        PLANT.close();
    }

    @Test
    void lots_are_listed_by_their_dates_and_leave_as_files() {
        assertThat(rows("?lot=T-&sort=lot")).isEqualTo("[T-1, T-3]");
        assertThat(rows("?lot=T-&days=60")).endsWith("T-2]");
        assertThat(rows("?lot=T-&days=5")).isEqualTo("[]");
        assertThat(rows("?lot=T-&days=400&item=salt")).isEqualTo("[T-3]");
        assertThat(program.get("/api/v1/retests?sort=never").status()).isEqualTo(422);
        assertThat(quinn.get("/retests?lot=T-3").body()).contains("No specification in force");
        assertThat(quinn.file("/retests/file?days=70&item=flour").body())
                .asString(StandardCharsets.UTF_8)
                .contains("T-1", "T-2", expiry)
                .doesNotContain("T-3");
        assertThat(quinn.file("/retests/file?as=xlsx").body()).startsWith('P', 'K');
    }

    @Test
    void a_row_opens_the_retest_and_who_judges_gives_the_date_that_its_expiry_allows() {
        String page = quinn.get("/retests?lot=T-2&days=70").body();
        String form = "event=" + found(page, "name=\"event\" value=\"([^\"]+)\"")
                + "&occasion=retest&lot="
                + encoded(found(page, "name=\"lot\" value=\"([^\"]+/\\d+[^\"]*)\""));
        assertThat(sent("/inspections", form)).isEqualTo(303);
        String one = program.get("/api/v1/retests?lot=T-2&days=70")
                .json()
                .path("rows")
                .path(0)
                .path("inspection")
                .asString("");
        assertThat(program.post("/api/v1/inspections/" + one + "/results", """
                {"results":[{"id":"%s","characteristic":1,"value":"passes"}]}
                """.formatted(
                                        PLANT.id()))
                        .status())
                .isEqualTo(200);
        later(one);
        String shown = quinn.get("/inspections/" + one).body();
        assertThat(shown).contains("to be tested again by <b>" + expiry + "</b>, the day of its");
        String judged = "event=" + found(shown, "name=\"event\" value=\"([^\"]+)\"")
                + "&status=released&conclusion=passes&shown="
                + found(shown, "name=\"shown\" value=\"([^\"]+)\"")
                + "&signer=quinn&password=";
        assertThat(sent("/inspections/" + one + "/judgement", judged + "wrong")).isGreaterThan(399);
        assertThat(rows("?lot=T-2&days=70")).isEqualTo("[T-2]");
        assertThat(sent("/inspections/" + one + "/judgement", judged + ApiPlant.PASSWORD))
                .isEqualTo(303);
        assertThat(rows("?lot=T-2&days=70")).isEqualTo("[]");
        assertThat(program.get("/api/v1/retests?lot=T-2&days=90").body())
                .contains("\"retest\":\"" + expiry + "\"", "\"status\":\"released\"")
                .doesNotContain("inspection");
    }

    /** A program is told the date, and one that judges with a later one is refused whole. */
    private static void later(String inspection) {
        var card = program.get("/api/v1/inspections/" + inspection).json();
        var next = card.path("nextRetests").path(0);
        assertThat(next.path("retest").asString("")).isEqualTo(expiry);
        assertThat(next.path("isExpiry").asBoolean(false)).isTrue();
        String lot = next.path("lot").asString("");
        for (String kept : List.of(",\"expiry\":\"" + expiry + "\"", "", DROPPED)) {
            if (kept.equals(DROPPED)) dropped(lot);
            var reply = quinn.post("/api/v1/events", """
                    {"events":[
                     {"event":"judged","id":"%s","site":"MAIN","status":"released","lots":["%s"],
                      "inspections":[%s]},
                     {"event":"passport_changed","id":"%s","site":"MAIN","lot":"%s",
                      "reason":{"code":"tested","text":""},
                      "passport":{"item":"flour","number":"T-2","retest":"%s"%s}}],
                     "sign":{"signer":"quinn","password":"%s","meaning":"approved"}}
                    """.formatted(
                            PLANT.id(),
                            lot,
                            card.path("basis"),
                            PLANT.id(),
                            lot,
                            LocalDate.parse(expiry).plusDays(1),
                            kept.strip(),
                            ApiPlant.PASSWORD));
            assertThat(reply.status()).as(reply.body()).isEqualTo(409);
            assertThat(reply.body()).contains("retest_after_expiry");
        }
        assertThat(program.get("/api/v1/retests?lot=T-2&days=90").body())
                .contains("\"retest\":\"" + LocalDate.parse(expiry).minusDays(30) + "\"")
                .contains("\"inspection\":\"" + inspection + "\"");
    }

    /** Somebody says no more when it expires, and keeps the day of its next test. */
    private static void dropped(String lot) {
        var reply = quinn.post("/api/v1/events", """
                {"events":[
                 {"event":"passport_changed","id":"%s","site":"MAIN","lot":"%s",
                  "reason":{"code":"tested","text":""},
                  "passport":{"item":"flour","number":"T-2","retest":"%s"}}],
                 "sign":{"signer":"quinn","password":"%s","meaning":"approved"}}
                """.formatted(
                        PLANT.id(), lot, LocalDate.parse(expiry).minusDays(30), ApiPlant.PASSWORD));
        assertThat(reply.status()).as(reply.body()).isLessThan(300);
    }

    private static int sent(String path, String form) {
        return quinn.post(path, form, "Content-Type", "application/x-www-form-urlencoded")
                .status();
    }

    private static String found(String page, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(page);
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.group(1);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String rows(String query) {
        List<String> rows = new ArrayList<>();
        for (var row : program.get("/api/v1/retests" + query).json().path("rows"))
            rows.add(row.path("number").asString(""));
        return rows.toString();
    }

    private static void received(String item, String number, LocalDate retest, String more) {
        var reply = program.post("/api/v1/events", """
                {"event":"received","id":"%s","receipt":"R-%s","supplier":"MillCo","lots":[
                 {"passport":{"item":"%s","number":"%s","retest":"%s"%s},"quantity":"5 kg",
                  "to":"at:MAIN/MAIN"}]}
                """.strip()
                .formatted(PLANT.id(), number, item, number, retest, more));
        assertThat(reply.status()).as(reply.body()).isLessThan(300);
    }
}
