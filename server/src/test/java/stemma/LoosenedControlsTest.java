package stemma;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import stemma.ApiClient.Reply;
import stemma.access.Role;
import stemma.catalog.Item;
import stemma.catalog.ItemPolicy;
import stemma.catalog.Recipe;
import stemma.catalog.RecipeLine;
import stemma.catalog.RecipeStep;
import stemma.catalog.Resource;
import stemma.catalog.ResourceKind;
import stemma.catalog.Tracking;
import stemma.identifiers.ActorId;
import stemma.identifiers.EventId;
import stemma.identifiers.ItemCode;
import stemma.identifiers.ResourceCode;
import stemma.identifiers.SiteCode;
import stemma.journal.Author;
import stemma.quantity.Quantity;
import stemma.upkeep.Demand;
import stemma.upkeep.Requirement;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Items, and what is asked of equipment, come under less control over another's signature. */
class LoosenedControlsTest {
    private static ApiPlant plant;
    private static ApiClient program;
    private static ApiClient ada;
    private static ApiClient quinn;

    @BeforeAll
    static void start() {
        plant = ApiPlant.stocked();
        program = plant.program();
        ada = plant.person("ada2", Role.ADMINISTRATOR);
        quinn = plant.person("quinn", Role.QUALITY);
        ApiClient unused = plant.person("otto", Role.OPERATOR);
        for (String code : new String[] {"yeast", "malt", "hops", "oats"})
            plant.define(Item.of(new ItemCode(code), code, ApiPlant.KG, Tracking.LOT)
                    .with(ItemPolicy.USUAL.withShelfLifeDays(30)));
    }

    @AfterAll
    static void stop() {
        plant.close();
    }

    private static Reply put(String item, String status, int days) {
        return program.put("/api/v1/items/" + item, """
                {"code":"%1$s","name":"%1$s","baseUnit":"kg","tracking":"lot","reason":"season",
                 "policy":{"shelfLifeDays":%2$d,"statusAtReceipt":"%3$s",
                           "statusAtProduction":"released","sublots":"per_receipt_line"},
                 "standing":"active"}""".formatted(item, days, status));
    }

    private static Reply save(ApiClient by, String item, String signer, String password) {
        String form = "key=%1$s&basedOn=1&code=%2$s&name=%2$s&base_unit=kg&tracking=lot"
                + "&shelf_life_days=30&status_at_receipt=released&status_at_production=released"
                + "&sublots=per_receipt_line&reason=season&signer=%3$s&password=%4$s";
        return by.post(
                "/masters/items",
                form.formatted(
                        item.toUpperCase(java.util.Locale.ROOT),
                        item,
                        signer,
                        URLEncoder.encode(password, StandardCharsets.UTF_8)),
                "Content-Type",
                "application/x-www-form-urlencoded",
                "Accept",
                "application/json");
    }

    private static String beginsAs(String item) {
        return program.get("/api/v1/items/" + item)
                .json()
                .path("policy")
                .path("statusAtReceipt")
                .asString("");
    }

    @Test
    void neither_a_program_nor_a_file_makes_goods_begin_released_or_last_longer() {
        Reply released = put("yeast", "released", 30);
        assertThat(released.code()).as(released.body()).isEqualTo("signature_missing");
        assertThat(released.status()).isEqualTo(409);
        assertThat(put("yeast", "quarantined", 60).code()).isEqualTo("signature_missing");
        assertThat(put("yeast", "quarantined", 20).status()).isEqualTo(200);
        assertThat(put("yeast", "quarantined", 30).code()).isEqualTo("signature_missing");
        assertThat(beginsAs("yeast")).isEqualTo("quarantined");
    }

    @Test
    void who_changes_it_does_not_sign_it_and_who_signs_may_judge() {
        assertThat(save(ada, "malt", "", "").body()).contains("signature of somebody else");
        Reply own = save(quinn, "malt", "quinn", ApiPlant.PASSWORD);
        assertThat(own.body()).contains("loosening_own");
        Reply operator = save(ada, "malt", "otto", ApiPlant.PASSWORD);
        assertThat(operator.body()).contains("permission_missing");
        Reply wrong = save(ada, "malt", "quinn", "not the password");
        assertThat(wrong.body()).contains("password_wrong");
        assertThat(save(ada, "malt", "nobody", "x").body()).contains("person_unknown");
        assertThat(beginsAs("malt")).isEqualTo("quarantined");
    }

    @Test
    void what_was_loosened_stands_in_a_list_with_the_lots_since() {
        Reply saved = save(ada, "hops", "quinn", ApiPlant.PASSWORD);
        assertThat(saved.status()).as(saved.body()).isEqualTo(303);
        assertThat(beginsAs("hops")).isEqualTo("released");
        for (String number : new String[] {"H-1", "H-2"}) {
            String sent = plant.receipt(plant.id(), number, "10 kg").replace("flour", "hops");
            assertThat(program.post("/api/v1/events", sent).status()).isEqualTo(201);
        }
        String list = quinn.get("/trail/loosened").body();
        assertThat(list)
                .contains(">hops</a>", "what is received begins released", ">ada2<", ">quinn<")
                .contains("data-value=\"2\"")
                .doesNotContain(">yeast</a>", ">malt</a>");
    }

    @Test
    void a_new_item_that_begins_released_stands_in_the_list() {
        Reply put = put("salt", "released", 30);
        assertThat(put.status()).as(put.body()).isLessThan(300);
        put("rye", "quarantined", 30);
        assertThat(quinn.get("/trail/loosened").body())
                .contains(">salt</a>", "a new item: what is received begins released")
                .doesNotContain(">rye</a>");
        Reply list = quinn.get("/api/v1/trail/loosened");
        assertThat(list.status()).as(list.body()).isEqualTo(200);
        assertThat(list.body()).contains("\"salt\"").doesNotContain("\"rye\"");
    }

    private static Reply end(ApiClient by, String requirement, String signer, String password) {
        return by.post(
                "/api/v1/upkeep/requirements/end", """
                {"id":"%s","reason":"over","signer":"%s","password":"%s"}
                """.formatted(requirement, signer, password));
    }

    @Test
    void less_is_asked_of_equipment_over_the_signature_of_another() {
        ApiClient unused = plant.person("rhea", Role.QUALITY);
        String requirement = plant.id();
        Reply set = quinn.post("/api/v1/upkeep/requirements", """
                {"id":"%s","kind":"tool","demands":["calibrated"],"reason":"SOP-4"}
                """.formatted(requirement));
        assertThat(set.status()).as(set.body()).isEqualTo(201);
        assertThat(end(program, requirement, "", "").code()).isEqualTo("signature_missing");
        assertThat(end(program, requirement, "rhea", ApiPlant.PASSWORD).code())
                .isEqualTo("device_cannot_sign");
        assertThat(end(quinn, requirement, "quinn", ApiPlant.PASSWORD).code())
                .isEqualTo("loosening_own");
        assertThat(end(quinn, requirement, "otto", ApiPlant.PASSWORD).code())
                .isEqualTo("permission_missing");
        assertThat(end(quinn, requirement, "rhea", "not hers").code()).isEqualTo("password_wrong");
        assertThat(quinn.get("/api/v1/upkeep/requirements").body()).contains(requirement);
        Reply ended = end(quinn, requirement, "rhea", ApiPlant.PASSWORD);
        assertThat(ended.status()).as(ended.body()).isEqualTo(200);
        assertThat(quinn.get("/api/v1/upkeep/requirements").body()).doesNotContain(requirement);
        assertThat(quinn.get("/trail/loosened").body())
                .contains("every tool: calibrated", "asked no more", ">rhea<", "over");
        assertThat(quinn.get("/api/v1/trail/loosened").body())
                .contains("\"equipment\":\"every tool: calibrated\"", "\"signedBy\":\"rhea\"");
    }

    /** Whoever asks may name only ids of version 7 as new; what is there has the id it has. */
    @Test
    void a_requirement_under_an_id_of_the_house_ends_on_its_page() {
        ApiClient unused = plant.person("rita", Role.QUALITY);
        EventId id = plant.world.ids().next().derived("requirement");
        Requirement one = new Requirement(
                id, ResourceKind.ROOM, null, null, null, List.of(Demand.CLEAN), null, "SOP-5");
        Requirement told = plant.world
                .judgement()
                .telling()
                .require(new Author(new ActorId("quinn"), "test", "test"), one);
        Reply ended = quinn.post(
                "/upkeep/requirements/end",
                "id=" + told.id() + "&reason=over&signer=rita&password="
                        + URLEncoder.encode(ApiPlant.PASSWORD, StandardCharsets.UTF_8),
                "Content-Type",
                "application/x-www-form-urlencoded");
        assertThat(ended.status()).as(ended.body()).isEqualTo(303);
        assertThat(quinn.get("/api/v1/upkeep/requirements").body())
                .doesNotContain(told.id().toString());
    }

    @Test
    void equipment_that_becomes_another_kind_stands_in_the_list() {
        Resource tool = Resource.of(
                new ResourceCode("SCALE-5"), "Scale 5", ResourceKind.TOOL, new SiteCode("MAIN"));
        plant.define(tool);
        assertThat(quinn.get("/trail/loosened").body()).doesNotContain("SCALE-5");
        plant.define(Resource.of(tool.code(), "Scale 5", ResourceKind.EQUIPMENT, tool.site()));
        assertThat(quinn.get("/trail/loosened").body())
                .contains("SCALE-5", "was tool, is equipment");
    }

    private static Recipe bread(String revision, String tolerance, String step) {
        return Recipe.of(
                        new ItemCode("bread"),
                        revision,
                        new BigDecimal(tolerance),
                        List.of(
                                new RecipeLine(
                                        RecipeLine.Part.INPUT,
                                        new ItemCode("flour"),
                                        Quantity.of("50 kg")),
                                new RecipeLine(
                                        RecipeLine.Part.OUTPUT,
                                        new ItemCode("bread"),
                                        Quantity.of("50 kg"))))
                .with(RecipeStep.list(step));
    }

    @Test
    void a_recipe_that_allows_more_than_the_one_before_stands_in_the_list() {
        plant.define(Item.of(new ItemCode("bread"), "bread", ApiPlant.KG, Tracking.LOT));
        plant.define(bread("R1", "2", "20 | Bake | equipment | work | core (°C) 92..98"));
        plant.define(bread("R2", "2", "20 | Bake | equipment | work | core (°C) 93..97"));
        assertThat(quinn.get("/trail/loosened").body()).doesNotContain("recipe R2");
        plant.define(bread("R3", "9", "20 | Bake | equipment | work | core (°C) 60..97"));
        assertThat(quinn.get("/trail/loosened").body())
                .contains(">bread</a>")
                .contains("recipe R3 after R2: the balance may miss by 9 %, not 2 %")
                .contains("core of step 20 may be 60 to 97 °C, not 93 to 97 °C");
        plant.define(bread("R4", "9", ""));
        assertThat(quinn.get("/trail/loosened").body())
                .contains("recipe R4 after R3: step 20 (Bake) is asked no more");
    }

    @Test
    void more_control_needs_nobody() {
        assertThat(save(ada, "oats", "quinn", ApiPlant.PASSWORD).status()).isEqualTo(303);
        assertThat(put("oats", "quarantined", 10).status()).isEqualTo(200);
    }
}
