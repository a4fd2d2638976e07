package stemma.production.web;

import stemma.ledger.EnteredJson;
import stemma.production.MassBalance;
import stemma.production.RunCard;
import stemma.quantity.Quantity;
import stemma.stock.Handled;
import stemma.stock.HandledJson;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A run as programs read it. */
final class RunJson {
    private RunJson() {}

    static Map<String, Object> brief(RunCard run) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("run", run.id().code());
        json.put("kind", run.kind().name().toLowerCase(Locale.ROOT));
        json.put("orders", run.orders().stream().map(Object::toString).toList());
        json.put("line", run.line());
        json.put("basis", run.basis().name().toLowerCase(Locale.ROOT));
        json.put("site", run.site().code());
        json.put("began", run.began().toString());
        json.put("in", quantities(run.inputs()));
        json.put("out", quantities(run.outputs()));
        json.put("lost", quantities(run.losses()));
        json.put("corrected", run.isCorrected());
        json.put("void", run.isVoid());
        return json;
    }

    private static List<String> quantities(List<Handled> lines) {
        return Handled.sums(lines).stream().map(Quantity::toString).toList();
    }

    static Map<String, Object> whole(RunCard run) {
        Map<String, Object> json = brief(run);
        if (run.after() != null) json.put("after", run.after().code());
        json.put("inputs", run.inputs().stream().map(HandledJson::of).toList());
        json.put("outputs", run.outputs().stream().map(HandledJson::of).toList());
        json.put("losses", run.losses().stream().map(HandledJson::of).toList());
        json.put("resources", run.resources());
        json.put("balance", balance(run.balance()));
        json.put(
                "carriedOver",
                run.carried().stream()
                        .map(over -> Map.of(
                                "run", over.from().code(),
                                "ground", over.ground().name().toLowerCase(Locale.ROOT)))
                        .toList());
        json.put("entries", run.entries().stream().map(EnteredJson::of).toList());
        return json;
    }

    private static Map<String, Object> balance(MassBalance balance) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("words", balance.words());
        if (balance instanceof MassBalance.Sums(var in, var out, var lost, var open)) {
            json.put("in", in.toString());
            json.put("out", out.toString());
            json.put("lost", lost.toString());
            json.put("unaccounted", open.toString());
        }
        return json;
    }
}
