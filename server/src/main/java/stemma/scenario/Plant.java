package stemma.scenario;

import stemma.catalog.Catalog;
import stemma.certificates.Calibrating;
import stemma.certificates.Certificates;
import stemma.certificates.IssuedCertificates;
import stemma.certificates.Issuing;
import stemma.genealogy.Question;
import stemma.genealogy.Reviews;
import stemma.genealogy.Spreading;
import stemma.genealogy.Trace;
import stemma.inquiry.Depending;
import stemma.inquiry.Inquiry;
import stemma.journal.Journal;
import stemma.journal.Sealer;
import stemma.ledger.Ledger;
import stemma.lots.Lots;
import stemma.nonconformance.Cases;
import stemma.production.Production;
import stemma.production.Steps;
import stemma.production.WorkOrders;
import stemma.quality.BlockedStock;
import stemma.quality.ControlCharts;
import stemma.quality.Inspecting;
import stemma.quality.Quality;
import stemma.quality.RetainedSamples;
import stemma.quality.Retaining;
import stemma.quality.Retests;
import stemma.quality.Specifying;
import stemma.receiving.Receiving;
import stemma.scanning.Scanning;
import stemma.shipping.Sales;
import stemma.shipping.Shipping;
import stemma.stock.Reservations;
import stemma.stock.Stock;
import stemma.upkeep.Telling;
import stemma.upkeep.UnfitUses;
import stemma.upkeep.Upkeep;
import stemma.warehouse.Counts;
import stemma.warehouse.Warehouse;

import java.util.function.Function;

/**
 * The rooms of one fresh, empty world, as a scenario needs them, and how that world ends. Its
 * ledger keeps the time of the clock it was built with.
 */
public record Plant(
        Catalog catalog,
        Ledger ledger,
        Lots lots,
        Stock stock,
        Reservations reservations,
        Function<Question, Trace> genealogy,
        Reviews reviews,
        Scanning scanning,
        Receiving receiving,
        Warehouse warehouse,
        Counts counts,
        Production production,
        Steps steps,
        WorkOrders workOrders,
        Shipping shipping,
        Sales sales,
        Cases cases,
        Quality quality,
        Specifying specifying,
        Inspecting inspecting,
        BlockedStock blockedStock,
        RetainedSamples retainedSamples,
        Retaining retaining,
        Retests retests,
        ControlCharts controlCharts,
        Upkeep upkeep,
        UnfitUses unfitUses,
        Calibrating calibrating,
        Telling telling,
        Inquiry inquiry,
        Certificates certificates,
        IssuedCertificates issued,
        Issuing issuing,
        Depending depending,
        Spreading spreading,
        Journal journal,
        Sealer sealer,
        Runnable end)
        implements AutoCloseable {
    @Override
    public void close() {
        end.run();
    }
}
