package stemma.production;

import org.jspecify.annotations.Nullable;

import stemma.genealogy.CarryOver;
import stemma.identifiers.OrderCode;
import stemma.identifiers.RunId;
import stemma.identifiers.SiteCode;
import stemma.ledger.Entered;
import stemma.ledger.ResourceUse;
import stemma.ledger.RunBasis;
import stemma.ledger.RunKind;
import stemma.stock.Handled;

import java.time.Instant;
import java.util.List;

/**
 * A run with what went in, what of it came back unused, what came out and what was lost, as its
 * events say together; and every event that was entered, corrected ones too. {@code carried} is
 * what may have been left in the line by runs before; it is read for one run, and empty in lists.
 */
public record RunCard(
        RunId id,
        List<OrderCode> orders,
        String line,
        RunKind kind,
        RunBasis basis,
        @Nullable RunId after,
        SiteCode site,
        Instant began,
        List<Handled> inputs,
        List<Handled> returned,
        List<Handled> outputs,
        List<Handled> losses,
        List<ResourceUse> resources,
        MassBalance balance,
        List<CarryOver> carried,
        List<Entered> entries) {
    public RunCard {
        orders = List.copyOf(orders);
        inputs = List.copyOf(inputs);
        returned = List.copyOf(returned);
        outputs = List.copyOf(outputs);
        losses = List.copyOf(losses);
        resources = List.copyOf(resources);
        carried = List.copyOf(carried);
        entries = List.copyOf(entries);
    }

    public boolean isVoid() {
        return entries.stream().noneMatch(Entered::stands);
    }

    /** Says whether a correction has ended anything that was entered. */
    public boolean isCorrected() {
        return entries.stream().anyMatch(entry -> !entry.stands());
    }

    RunCard carrying(List<CarryOver> from) {
        return new RunCard(
                id, orders, line, kind, basis, after, site, began, inputs, returned, outputs,
                losses, resources, balance, from, entries);
    }
}
