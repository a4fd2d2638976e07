package stemma.exchange.web;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Hands out the OpenAPI document, to anybody: it says what there is, not what is in it. */
@RestController
class ApiDescription {
    private final byte[] document = new ApiDocument().bytes();

    @GetMapping(path = "/api/v1/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] document() {
        return document;
    }
}
