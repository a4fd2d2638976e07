package stemma.production.web;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import stemma.access.Caller;
import stemma.access.Permission;
import stemma.catalog.WorkOrder;
import stemma.identifiers.EventId;
import stemma.identifiers.OrderCode;
import stemma.identifiers.ResourceCode;
import stemma.ledger.BodyJson;
import stemma.production.Steps;
import stemma.production.Vessels;
import stemma.production.WorkOrders;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Steps of work orders recorded, orders closed and opened again, and vessels, for programs. */
@RestController
class OrderApi {
    private final WorkOrders orders;
    private final Steps steps;
    private final Vessels vessels;

    OrderApi(WorkOrders orders, Steps steps, Vessels vessels) {
        this.orders = orders;
        this.steps = steps;
        this.vessels = vessels;
    }

    /** A step as it was done; without a moment: now. */
    record Step(
            EventId id,
            int step,
            @Nullable ResourceCode resource,
            Map<String, String> readings,
            @Nullable Instant occurredAt,
            @Nullable String reason) {}

    /** To close an order; how many open points have been seen, and why it is closed with them. */
    record Closing(int pointsSeen, @Nullable String reason) {}

    /** To open an order again. */
    record Reopening(String reason) {}

    @PostMapping("/api/v1/work-orders/{code}/steps")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, Object> record(Caller caller, @PathVariable String code, @RequestBody byte[] body) {
        Step sent = BodyJson.read(Step.class, body);
        OrderCode order = named(caller, code);
        Steps.Done done = new Steps.Done(
                sent.id(),
                order,
                sent.step(),
                sent.resource(),
                sent.readings(),
                sent.occurredAt(),
                sent.reason() == null ? "" : sent.reason());
        return OrderJson.record(steps.record(caller.author(), done));
    }

    @PostMapping("/api/v1/work-orders/{code}/closing")
    Map<String, Object> close(Caller caller, @PathVariable String code, @RequestBody byte[] body) {
        Closing sent = BodyJson.read(Closing.class, body);
        OrderCode order = named(caller, code);
        String reason = sent.reason() == null ? "" : sent.reason();
        return OrderJson.of(orders.close(caller.author(), order, sent.pointsSeen(), reason));
    }

    @PostMapping("/api/v1/work-orders/{code}/reopening")
    Map<String, Object> reopen(Caller caller, @PathVariable String code, @RequestBody byte[] body) {
        Reopening sent = BodyJson.read(Reopening.class, body);
        OrderCode order = named(caller, code);
        return OrderJson.of(orders.reopen(caller.author(), order, sent.reason()));
    }

    @GetMapping("/api/v1/vessels")
    Map<String, Object> vessels() {
        List<Map<String, Object>> all =
                vessels.all().stream().map(VesselJson::brief).toList();
        return Map.of("vessels", all);
    }

    @GetMapping("/api/v1/vessels/{code}")
    Map<String, Object> vessel(@PathVariable String code) {
        return VesselJson.whole(vessels.vessel(new ResourceCode(code)));
    }

    private OrderCode named(Caller caller, String code) {
        OrderCode named = new OrderCode(code);
        WorkOrder order = orders.card(named).order();
        if (order == null) throw WorkOrders.unknown(named);
        caller.require(Permission.PRODUCE, order.site());
        return named;
    }
}
