package stemma;

import static java.nio.charset.StandardCharsets.UTF_8;

import uk.org.okapibarcode.backend.Code128;
import uk.org.okapibarcode.graphics.Color;
import uk.org.okapibarcode.output.Java2DRenderer;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

import javax.imageio.ImageIO;

/**
 * Acts of the API whose examples show a refusal, or that take a file: done here as they succeed,
 * after all examples, so that what they leave can be seen.
 */
final class UnshownActs {
    private static final String LOT = "01952f3c-0000-7000-8000-000000005901/0";
    private static final String BOUNDARY = "photo-ends-here";

    private final ApiPlant plant;
    private final ApiClient program;
    private final ApiClient person;

    UnshownActs(ApiPlant plant, ApiClient program, ApiClient person) {
        this.plant = plant;
        this.program = program;
        this.person = person;
    }

    /** One of them: its route, and its request. */
    record Act(String route, Supplier<ApiClient.Reply> request) {}

    List<Act> all() throws IOException {
        program.put("/api/v1/locations/MAIN/HALL", """
                {"site":"MAIN","code":"HALL","name":"Hall"}
                """);
        program.post("/api/v1/counts", """
                {"code":"CC-9","place":"MAIN/HALL","sight":"blind","due":"2026-05-02"}
                """);
        String asked = "&kind=coa&consignee=MillCo";
        String digest = Certified.draft(person, LOT, asked).path("digest").asString();
        String certificate = plant.id();
        byte[] photo = photo();
        return List.of(
                new Act(
                        "POST /api/v1/movements",
                        () -> program.post("/api/v1/movements", """
                        {"id":"%s","site":"MAIN","occurredAt":"%s",
                         "lines":[{"lot":"%s","quantity":"1 kg","from":"at:MAIN/COLD"}],
                         "to":"at:MAIN/HALL"}
                        """.formatted(
                                        plant.id(), Instant.now(), LOT))),
                new Act(
                        "POST /api/v1/counts/{code}/dropping",
                        () -> program.post("/api/v1/counts/CC-9/dropping", "{}")),
                new Act(
                        "POST /api/v1/issued-certificates",
                        () -> Certified.sent(person, certificate, LOT, asked, digest)),
                new Act("PUT /api/v1/certificates/{id}", this::amend),
                new Act(
                        "POST /api/v1/scans/photo",
                        () -> program.send(
                                "POST",
                                "/api/v1/scans/photo",
                                BodyPublishers.ofByteArray(photo),
                                "Content-Type",
                                "multipart/form-data; boundary=" + BOUNDARY)));
    }

    private ApiClient.Reply amend() {
        String id = "01952f3c-0000-7000-8000-0000000000c1";
        return person.put("/api/v1/certificates/" + id, """
                {"id":"%s","site":"MAIN","kind":"coa","issuer":"MillCo","number":"CA-12",
                 "issuedOn":"2026-04-28","claims":[{"text":"M-12"}],
                 "reason":"The paper says no quantity."}
                """.formatted(id));
    }

    /** A picture of a bar code, as a browser sends it. */
    private static byte[] photo() throws IOException {
        Code128 code = new Code128();
        code.setContent("C-90");
        BufferedImage picture =
                new BufferedImage(4 * code.getWidth() + 80, 400, BufferedImage.TYPE_BYTE_GRAY);
        var graphics = picture.createGraphics();
        graphics.setPaint(java.awt.Color.WHITE);
        graphics.fillRect(0, 0, picture.getWidth(), picture.getHeight());
        graphics.translate(40, 40);
        new Java2DRenderer(graphics, 4, Color.WHITE, Color.BLACK).render(code);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"photo\";"
                        + " filename=\"code.png\"\r\nContent-Type: image/png\r\n\r\n")
                .getBytes(UTF_8));
        ImageIO.write(picture, "png", body);
        body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(UTF_8));
        return body.toByteArray();
    }
}
