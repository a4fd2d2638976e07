package stemma.trace;

import java.util.List;

/** Brings what was stated of inputs and outputs of runs into the graph, and takes it out again. */
final class Links {
    private final Graph graph;
    private final Cells cells;
    private final Runs runs;
    private final Lines lines;

    Links(Graph graph, Cells cells, Runs runs, Lines lines) {
        this.graph = graph;
        this.cells = cells;
        this.runs = runs;
        this.lines = lines;
    }

    void state(Fact.Fed fed) {
        int run = lines.run(fed.run(), fed.nature());
        int maker = fed.into().isEmpty() ? run : runs.sub(fed.link(), run);
        cells.cover(fed.lot(), fed.measure(), (cell, of) -> {
            graph.link(cell, maker, of);
            if (fed.nature() == Fact.Nature.SAME_MATERIAL) graph.part(cell, run);
        });
        into(fed, (cell, of) -> graph.link(maker, cell, of));
    }

    void withdraw(Fact.Fed fed) {
        int run = lines.run(fed.run(), fed.nature());
        int maker = fed.into().isEmpty() ? run : runs.sub(fed.link(), run);
        cells.cover(fed.lot(), fed.measure(), (cell, of) -> {
            graph.unlink(cell, maker, of);
            if (fed.nature() == Fact.Nature.SAME_MATERIAL) graph.unpart(cell, run);
        });
        into(fed, (cell, of) -> graph.unlink(maker, cell, of));
    }

    void state(Fact.Yielded yielded) {
        int run = lines.run(yielded.run(), yielded.nature());
        cells.cover(yielded.lot(), yielded.measure(), (cell, of) -> graph.link(run, cell, of));
    }

    void withdraw(Fact.Yielded yielded) {
        int run = lines.run(yielded.run(), yielded.nature());
        cells.cover(yielded.lot(), yielded.measure(), (cell, of) -> graph.unlink(run, cell, of));
    }

    void state(Fact.Lost lost) {
        int run = lines.run(lost.run(), lost.nature());
        graph.link(run, runs.lost(run), lost.measure());
    }

    void withdraw(Fact.Lost lost) {
        int run = lines.run(lost.run(), lost.nature());
        graph.unlink(run, runs.lost(run), lost.measure());
    }

    /** That an input went into an output is known as the input is; how much of it is not told. */
    private void into(Fact.Fed fed, Cells.Covered told) {
        Measure input = fed.measure();
        List<Span> outputs = fed.into();
        for (int i = 0; i < outputs.size(); i++) {
            long weight =
                    fed.weights().isEmpty() ? Measure.UNKNOWN : fed.weights().get(i);
            Measure of = new Measure(Measure.UNKNOWN, weight, input.evidence(), input.order());
            cells.cover(outputs.get(i), of, told);
        }
    }
}
