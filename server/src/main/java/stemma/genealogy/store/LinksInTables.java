package stemma.genealogy.store;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.genealogy.AsOf;
import stemma.genealogy.Span;
import stemma.genealogy.store.FlowRow.Window;

import java.util.Collection;
import java.util.List;

/** Links as the tables have them: one statement each time they are asked for. */
public record LinksInTables(LinkTable links, RunTable runs, VesselTable vessels, AsOf asOf)
        implements Links {

    public LinksInTables(JdbcClient database, AsOf asOf) {
        this(new LinkTable(database), new RunTable(database), new VesselTable(database), asOf);
    }

    @Override
    public List<FedRow> fedBy(Collection<Span> lots) {
        return links.fedBy(lots, asOf);
    }

    @Override
    public List<FedRow> fedInto(Collection<Span> outputs) {
        return links.fedInto(outputs, asOf);
    }

    @Override
    public List<FedRow> inputs(Collection<Long> of) {
        return links.inputs(of, asOf);
    }

    @Override
    public List<FedIntoRow> outputsOf(Collection<Long> fed) {
        return links.outputsOf(fed);
    }

    @Override
    public List<YieldedRow> outputs(Collection<Long> of) {
        return links.outputs(of, asOf);
    }

    @Override
    public List<YieldedRow> yielding(Collection<Span> lots) {
        return links.yielding(lots, asOf);
    }

    @Override
    public List<CarriedRow> after(Collection<Long> of) {
        return runs.after(of, asOf);
    }

    @Override
    public List<CarriedRow> before(Collection<Long> of) {
        return runs.before(of, asOf);
    }

    @Override
    public List<FlowRow> fillsOf(Collection<Span> lots) {
        return vessels.fillsOf(lots, asOf);
    }

    @Override
    public List<FlowRow> drawsOf(Collection<Span> lots) {
        return vessels.drawsOf(lots, asOf);
    }

    @Override
    public List<FlowRow> drawsIn(Collection<Window> windows) {
        return vessels.drawsIn(windows, asOf);
    }

    @Override
    public List<FlowRow> fillsIn(Collection<Window> windows) {
        return vessels.fillsIn(windows, asOf);
    }
}
