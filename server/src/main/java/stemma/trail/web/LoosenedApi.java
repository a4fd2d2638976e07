package stemma.trail.web;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import stemma.access.Caller;
import stemma.shell.Members;
import stemma.trail.Loosened;
import stemma.trail.Trail;

import java.util.LinkedHashMap;
import java.util.Map;

/** Where control over items was lessened, for programs. */
@RestController
class LoosenedApi {
    private final Trail trail;

    LoosenedApi(Trail trail) {
        this.trail = trail;
    }

    @GetMapping("/api/v1/trail/loosened")
    Map<String, Object> loosened(Caller caller) {
        return Members.of(
                "loosened",
                trail.loosenings().of(caller).stream().map(LoosenedApi::json).toList());
    }

    private static Map<String, Object> json(Loosened one) {
        Map<String, Object> json = new LinkedHashMap<>();
        switch (one.of()) {
            case Loosened.Of.Goods(var item, var lotsSince) -> {
                json.put("item", item.code());
                json.put("lotsSince", lotsSince);
            }
            case Loosened.Of.Equipment(var words) -> json.put("equipment", words);
        }
        json.put("at", one.at().toString());
        json.put("less", one.less());
        json.put("by", one.by().code());
        if (one.signer() != null) json.put("signedBy", one.signer().code());
        if (!one.reason().isEmpty()) json.put("reason", one.reason());
        return json;
    }
}
