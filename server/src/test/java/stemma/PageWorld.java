package stemma;

import static org.assertj.core.api.Assertions.assertThat;

import static java.net.http.HttpRequest.BodyPublishers.ofString;

import stemma.access.Role;
import stemma.catalog.OrderLine;
import stemma.catalog.PurchaseOrder;
import stemma.catalog.Recipe;
import stemma.catalog.RecipeLine;
import stemma.catalog.RecipeLine.Part;
import stemma.catalog.RecipeStep;
import stemma.catalog.Resource;
import stemma.catalog.ResourceKind;
import stemma.catalog.SalesOrder;
import stemma.catalog.Standing;
import stemma.catalog.WorkOrder;
import stemma.identifiers.DocumentCode;
import stemma.identifiers.ItemCode;
import stemma.identifiers.LocationCode;
import stemma.identifiers.OrderCode;
import stemma.identifiers.PartnerCode;
import stemma.identifiers.ResourceCode;
import stemma.identifiers.SiteCode;
import stemma.ledger.Place;
import stemma.quantity.Quantity;
import stemma.warehouse.CountDocument;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A plant in which every page has something to show, and for each pattern of a page the addresses
 * at which it is looked at, with the person whose page it is.
 */
final class PageWorld {
    /** Who has not signed in. */
    static final String NOBODY = "";

    private static final SiteCode MAIN = new SiteCode("MAIN");
    private static final List<String> MASTERS = List.of(
            "sites",
            "locations",
            "items",
            "partners",
            "ship-tos",
            "resources",
            "conversions",
            "recipes",
            "work-orders",
            "purchase-orders",
            "sales-orders");
    private final Map<String, List<Spot>> addresses = new TreeMap<>();
    private final ApiPlant plant;
    private final ApiClient program;
    private final ApiClient integrator;
    /** One address and who opens it. */
    record Spot(String person, String path) {}

    private PageWorld(ApiPlant plant) {
        this.plant = plant;
        this.program = plant.program();
        for (Role role : Role.values())
            if (role != Role.INTEGRATOR) plant.caller(person(role), role);
        Seats.give(plant, person(Role.VISITING_AUDITOR), Seats.of("*"));
        this.integrator = plant.person(person(Role.INTEGRATOR), Role.INTEGRATOR);
    }

    static PageWorld of(ApiPlant plant) {
        PageWorld world = new PageWorld(plant);
        world.orders();
        String receipt = world.goods();
        world.made();
        world.left();
        world.pages(receipt);
        return world;
    }

    static String person(Role role) {
        return role.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    Map<String, List<Spot>> addresses() {
        return addresses;
    }

    private void orders() {
        ItemCode flour = new ItemCode("flour");
        ItemCode bread = new ItemCode("bread");
        ItemCode blower = new ItemCode("blower");
        plant.define(new Recipe(
                bread,
                "R1",
                List.of(
                        new RecipeLine(Part.OUTPUT, bread, Quantity.of("100 ea")),
                        new RecipeLine(Part.INPUT, flour, Quantity.of("50 kg"))),
                RecipeStep.list("10 | Clear the line | equipment | line_clearance\n"
                        + "20 | Bake | equipment | work | heat (°C) 180..220"),
                BigDecimal.ZERO,
                Standing.ACTIVE));
        plant.define(new Recipe(
                blower,
                "B1",
                List.of(
                        new RecipeLine(Part.OUTPUT, blower, Quantity.of("1 ea")),
                        new RecipeLine(Part.INPUT, flour, Quantity.of("1 kg"))),
                List.of(),
                BigDecimal.ZERO,
                Standing.ACTIVE));
        plant.define(order("WO-1", bread, "R1", "200 ea"));
        plant.define(order("WO-2", blower, "B1", "12 ea"));
        plant.define(
                Resource.of(new ResourceCode("TANK-1"), "Cream tank", ResourceKind.VESSEL, MAIN));
        plant.define(new PurchaseOrder(
                new OrderCode("PO-1"),
                new PartnerCode("MillCo"),
                MAIN,
                LocalDate.of(2020, 1, 1),
                List.of(line(flour, "600 kg")),
                Standing.ACTIVE));
        plant.define(new SalesOrder(
                new OrderCode("SO-1"),
                new PartnerCode("CornerShop"),
                null,
                LocalDate.of(2020, 1, 1),
                List.of(line(bread, "40 ea")),
                Standing.ACTIVE));
    }

    private static OrderLine line(ItemCode item, String amount) {
        return new OrderLine(1, item, Quantity.of(amount), null, BigDecimal.ZERO, BigDecimal.ZERO);
    }

    private static WorkOrder order(String code, ItemCode item, String recipe, String amount) {
        return new WorkOrder(
                new OrderCode(code),
                MAIN,
                item,
                recipe,
                Quantity.of(amount),
                new ResourceCode("LINE-1"),
                null,
                Standing.ACTIVE);
    }

    private String goods() {
        String receipt = plant.id();
        event(plant.receipt(receipt, "F-101", "500 kg"));
        event(plant.receipt(plant.id(), "F-102", "500 kg"));
        event("""
                {"event":"packed","id":"%s","site":"MAIN","container":"TOTE-1",
                 "at":"at:MAIN/MAIN","basis":"observed",
                 "lines":[{"lot":"F-101","quantity":"20 kg","from":"at:MAIN/MAIN"}]}""");
        event("""
                {"event":"packed","id":"%s","site":"MAIN","container":"PALLET-1",
                 "at":"at:MAIN/MAIN","basis":"inferred","lines":[],"containers":["TOTE-1"]}""");
        event("""
                {"event":"filled","id":"%s","site":"MAIN","vessel":"TANK-1",
                 "lines":[{"lot":"F-102","quantity":"50 kg","from":"at:MAIN/MAIN"}]}""");
        event("""
                {"event":"held","id":"%s","site":"MAIN","hold":"H-1",
                 "reason":{"code":"foreign_body","text":"Glass"},
                 "reach":{"reach":"family","item":"flour","number":"F-102"},
                 "descent":"with_descendants"}""");
        plant.world
                .counts()
                .open(
                        plant.caller("tess", Role.OPERATOR).author(),
                        new DocumentCode("C-1"),
                        MAIN,
                        new Place.At(MAIN, new LocationCode("MAIN")),
                        CountDocument.Sight.OPEN,
                        LocalDate.of(2026, 3, 1));
        return receipt;
    }

    private void made() {
        event("""
                {"event":"consumed","id":"%s","site":"MAIN","run":{"id":"WO-1","order":"WO-1","line":"LINE-1","kind":"production","basis":"none"},
                 "inputs":[{"lot":"F-101","quantity":"50 kg","from":"at:MAIN/MAIN"}]}""");
        event("""
                {"event":"produced","id":"%s","site":"MAIN","run":{"id":"WO-1","order":"WO-1","line":"LINE-1","kind":"production","basis":"none"},
                 "outputs":[{"passport":{"item":"bread","number":"B-1"},"quantity":"100 ea",
                             "to":"at:MAIN/MAIN"}]}""");
        event("""
                {"event":"produced","id":"%s","site":"MAIN","run":{"id":"WO-2","order":"WO-2","kind":"production","basis":"none"},
                 "outputs":[{"passport":{"item":"blower","number":"U-1",
                             "serials":{"prefix":"","first":0,"digits":0,"texts":["SN-1"]}},
                             "units":1,"quantity":"1 ea","to":"at:MAIN/MAIN"}]}""");
    }

    private void left() {
        event("""
                {"event":"shipped","id":"%s","site":"MAIN","shipment":"SH-1","order":"SO-1",
                 "consignee":"CornerShop",
                 "lines":[{"lot":"B-1","quantity":"10 ea","from":"at:MAIN/MAIN"}]}""");
    }

    private void event(String body) {
        var reply = program.post("/api/v1/events", body.formatted(plant.id()));
        assertThat(reply.status()).as(reply.body()).isLessThan(300);
        assertThat(reply.body()).doesNotContain("\"refused\"");
    }

    private void pages(String receipt) {
        JudgedPages.put(this, plant, program);
        ofInquiry(receipt);
        ofReceiving();
        ofTheStore();
        ofProduction();
        ofShipping();
        addresses.putAll(CasesToSee.addresses(integrator));
        addresses.putAll(UpkeepToSee.addresses(plant, integrator));
        ofMasters();
        ofPeople(receipt);
    }

    void put(Role role, String pattern, String... paths) {
        put(person(role), pattern, paths);
    }

    private void put(String person, String pattern, String... paths) {
        addresses.put(
                pattern,
                Stream.of(paths.length == 0 ? new String[] {pattern} : paths)
                        .map(path -> new Spot(person, path))
                        .toList());
    }

    private void ofInquiry(String receipt) {
        Role remy = Role.RECALL_COORDINATOR;
        put(remy, "/");
        put(remy, "/find", "/find?q=F-1O1", "/find?q=", "/find?q=0000");
        put(remy, "/ask", "/ask?root=supplier:MillCo&kind=run&code=WO-1", "/ask?root=run:NO");
        put(remy, "/lots", "/lots?item=flour");
        put(remy, "/lots/card", "/lots/card?lot=B-1");
        put(remy, "/lots/{item}/{number}", "/lots/flour/F-101", "/lots/blower/U-1");
        put(remy, "/lots/id/{birth}/{units}", "/lots/id/" + receipt + "/0");
        put(
                remy,
                "/trace",
                "/trace?lot=F-101",
                "/trace?lot=F-101&view=picture&find=b-1",
                "/trace?lot=F-101&view=table",
                "/trace?root=supplier:MillCo%202020-01-01..&view=table",
                "/trace?lot=F-101&direction=forward&view=outline",
                "/trace?lot=B-1&direction=backward");
        put(remy, "/trace/why", "/trace/why?lot=F-101&direction=forward&of=" + lotId("B-1"));
        put(Role.QUALITY, "/events/{id}", "/events/" + receipt);
        String changed = "/trace/difference?lot=F-101";
        put(remy, "/trace/difference", changed, changed + "&earlier=2020-01-01T00:00");
        put(remy, "/share", "/share?root=B-1%0ASN-1", "/share?root=B-1%0AF-101%0AF-102");
        put(remy, "/share/why", "/share/why?root=B-1%0ASN-1&of=" + lotId("F-101"));
        put(remy, "/board", "/board?lot=F-101", "/board?root=supplier:MillCo%0Ashipment:SH-1");
        put(remy, "/board/rows", "/board/rows?lot=F-101");
        put(remy, "/orders", "/orders?code=SO-1");
        put(remy, "/orders/{code}", "/orders/SO-1");
        put(remy, "/containers", "/containers?code=TOTE-1");
        put(remy, "/containers/{code}", "/containers/TOTE-1", "/containers/PALLET-1");
        for (String page : List.of("/holds", "/gaps", "/road", "/proven")) put(remy, page);
        put(Role.QUALITY, "/holds/{code}", "/holds/H-1");
        put(remy, "/holds/new", "/holds/new?lot=F-101");
    }

    private String lotId(String number) {
        return program.get("/api/v1/lots?number=" + number)
                .json()
                .at("/lots/0/lot")
                .asString("");
    }

    private void ofReceiving() {
        Role rosa = Role.RECEIVING;
        put(rosa, "/receiving", "/receiving", "/receiving?show=all");
        put(rosa, "/receive", "/receive", "/receive?order=PO-1&line=1");
        put(rosa, "/opening");
        put(rosa, "/send-back", "/send-back?lot=F-101");
        put(rosa, "/receipts");
        put(rosa, "/receipts/{code}", "/receipts/R-F-101");
        put(rosa, "/purchase-orders", "/purchase-orders?code=PO-1");
        put(rosa, "/purchase-orders/{code}", "/purchase-orders/PO-1");
        put(
                rosa,
                "/labels",
                "/labels",
                "/labels?lot=F-101",
                "/labels?container=TOTE-1",
                "/labels?cards=commands");
        put(rosa, "/scan");
    }

    private void ofTheStore() {
        Role rosa = Role.RECEIVING;
        put(rosa, "/warehouse");
        put(
                rosa,
                "/warehouse/stock",
                Stream.of("lot", "item", "place", "container")
                        .map(by -> "/warehouse/stock?by=" + by)
                        .toArray(String[]::new));
        put(rosa, "/move");
        put(
                rosa,
                "/warehouse/acts/{act}",
                Stream.of(stemma.warehouse.web.StoreAct.values())
                        .filter(act -> act != stemma.warehouse.web.StoreAct.MOVE)
                        .map(act -> "/warehouse/acts/" + act.word())
                        .toArray(String[]::new));
        put(rosa, "/counts");
        put(rosa, "/counts/{code}", "/counts/C-1");
    }

    private void ofProduction() {
        Role otto = Role.OPERATOR;
        put(otto, "/production");
        put(otto, "/work-orders", "/work-orders?code=WO-1");
        put(otto, "/work-orders/{code}", "/work-orders/WO-1", "/work-orders/WO-2");
        put(otto, "/runs");
        put(otto, "/runs/{code}", "/runs/WO-1");
        for (String act : List.of("consume", "yield", "units", "backflush"))
            put(otto, "/production/" + act, "/production/" + act + "?order=WO-1");
        put(otto, "/production/unbuild", "/production/unbuild?site=MAIN");
        put(otto, "/production/exchange", "/production/exchange?site=MAIN");
        put(otto, "/production/step", "/production/step?order=WO-1&step=20");
        put(otto, "/vessels");
        put(otto, "/vessels/{code}", "/vessels/TANK-1");
    }

    private void ofShipping() {
        Role sena = Role.SHIPPING;
        put(sena, "/shipping", "/shipping", "/shipping?show=all");
        put(sena, "/sales-orders", "/sales-orders?code=SO-1");
        put(sena, "/sales-orders/{code}", "/sales-orders/SO-1");
        put(sena, "/allocation", "/allocation?code=SO-1");
        put(sena, "/ship/order", "/ship/order?code=SO-1");
        put(sena, "/shipments/{code}", "/shipments/SH-1");
        put(sena, "/shipments/arrival", "/shipments/arrival?code=SH-1&to=CornerShop");
        put(sena, "/returns/new", "/returns/new?shipment=SH-1");
        for (String page : List.of("/ship", "/shipments", "/drop-shipments/new")) put(sena, page);
    }

    private void ofMasters() {
        Role quinn = Role.QUALITY;
        put(quinn, "/masters/{masters}", paths("/masters/%s"));
        put(quinn, "/masters/{masters}/new", paths("/masters/%s/new"));
        put(quinn, "/masters/{masters}/sheet", "/masters/items/sheet");
        String[] known = {"sites/%s?key=MAIN", "items/%s?key=FLOUR", "recipes/%s?key=BREAD/R1"};
        for (String page : List.of("one", "edit"))
            put(
                    quinn,
                    "/masters/{masters}/" + page,
                    Stream.of(known)
                            .map(path -> "/masters/" + path.formatted(page))
                            .toArray(String[]::new));
        put(Role.INTEGRATOR, "/files");
        put(Role.INTEGRATOR, "/files/{kind}", "/files/opening-stock");
        put(Role.INTEGRATOR, "/files/loadings/{id}", loading());
    }

    private static String[] paths(String pattern) {
        return MASTERS.stream().map(pattern::formatted).toArray(String[]::new);
    }

    /** A file that names an item nobody knows, so that its page has a fault to tell. */
    private String loading() {
        String body = """
                --cut\r
                Content-Disposition: form-data; name="file"; filename="old.csv"\r
                Content-Type: text/csv\r
                \r
                site,location,item,lot,quantity
                MAIN,COLD,rye,OLD-1,12 kg
                \r
                --cut--\r
                """;
        String sent = "multipart/form-data; boundary=cut";
        return integrator
                .send("POST", "/files/opening-stock", ofString(body), "Content-Type", sent)
                .raw()
                .headers()
                .firstValue("Location")
                .orElseThrow();
    }

    private void ofPeople(String receipt) {
        Seats.addresses(receipt).forEach((page, path) -> put(Role.VISITING_AUDITOR, page, path));
        for (String page : List.of("/resets", "/trail/review", "/trail/loosened"))
            put(Role.QUALITY, page);
        put(Role.AUDITOR, "/trail", "/trail", "/trail?action=received&order=oldest&refusals=with");
        put(Role.AUDITOR, "/trail/entries/{id}", "/trail/entries/" + receipt);
        put(Role.ADMINISTRATOR, "/people");
        put(Role.ADMINISTRATOR, "/people/{actor}", "/people/" + person(Role.OPERATOR));
        for (String open : List.of("/sign-in", "/invitation")) put(NOBODY, open);
    }
}
