package stemma.stock;

import org.springframework.transaction.support.TransactionTemplate;

import stemma.access.Caller;
import stemma.access.Permission;
import stemma.audit.Audit;
import stemma.catalog.Catalog;
import stemma.catalog.Site;
import stemma.catalog.SsccPrefix;
import stemma.identifiers.ContainerCode;
import stemma.identifiers.LotNumber;
import stemma.identifiers.SiteCode;
import stemma.identifiers.Sscc;
import stemma.shell.Problem;
import stemma.shell.Refused;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Gives the next SSCCs of a site: each once, and none that a container bears already. */
public final class PalletNumbers {
    /** The most that are given at once. */
    public static final int MOST = 1_000;

    private static final int ROUNDS = 100;
    private final Catalog catalog;
    private final Stock stock;
    private final Audit audit;
    private final TransactionTemplate transactions;

    public PalletNumbers(
            Catalog catalog, Stock stock, Audit audit, TransactionTemplate transactions) {
        this.catalog = catalog;
        this.stock = stock;
        this.audit = audit;
        this.transactions = transactions;
    }

    /**
     * Takes so many, with one entry of the trail; refused with {@code permission_missing} at that
     * site, {@code site_unknown}, {@code sscc_prefix_missing} where the site does not number its
     * pallets, {@code sscc_exhausted} and {@code count_invalid}.
     */
    public List<Sscc> take(Caller caller, SiteCode at, int count) {
        caller.require(Permission.MOVE, at);
        return Objects.requireNonNull(transactions.execute(_ -> {
            List<Sscc> given = taken(at, count);
            ObjectNode told = JsonNodeFactory.instance.objectNode().put("site", at.code());
            told.put("first", given.getFirst().digits())
                    .put("last", given.getLast().digits());
            told.put("count", given.size());
            audit.record(caller.author(), "ssccs_taken", "site:" + at.code(), null, told, null);
            return given;
        }));
    }

    private List<Sscc> taken(SiteCode at, int count) {
        if (count < 1 || count > MOST)
            throw Refused.of("count_invalid", 422, "Take 1 to " + MOST + " numbers at once.");
        SsccPrefix prefix = prefix(at);
        List<Sscc> given = new ArrayList<>();
        for (int round = 0; given.size() < count && round < ROUNDS; round++) {
            List<Sscc> next = catalog.takeSsccs(prefix, count - given.size());
            Set<String> borne = borne(next);
            next.stream().filter(sscc -> !borne.contains(sscc.digits())).forEach(given::add);
        }
        if (given.size() < count)
            throw Refused.of(
                    "sscc_exhausted", 409, "All SSCCs that begin with " + prefix + " are taken.");
        return given;
    }

    private SsccPrefix prefix(SiteCode at) {
        Site site = catalog.sites(List.of(at)).get(at);
        if (site == null) throw Refused.of("site_unknown", 404, "There is no site " + at + ".");
        if (site.ssccPrefix() != null) return site.ssccPrefix();
        throw new Refused(Problem.of(
                        "sscc_prefix_missing", 409, "Site " + at + " does not number its pallets.")
                .advising("Give the site its GS1 prefix under Sites, or type the number."));
    }

    private Set<String> borne(List<Sscc> next) {
        Set<String> borne = new HashSet<>();
        stock.containers(next.stream()
                        .map(one -> new ContainerCode(one.digits()))
                        .toList())
                .forEach(
                        container -> borne.add(LotNumber.normal(container.code().code())));
        return borne;
    }
}
