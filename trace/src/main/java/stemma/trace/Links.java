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
        Ints inputs = cover(fed.lot());
        for (int i = 0; i < inputs.size(); i++) {
            graph.link(inputs.get(i), maker);
            if (fed.nature() == Fact.Nature.SAME_MATERIAL) graph.part(inputs.get(i), run);
        }
        Ints outputs = cover(fed.into());
        for (int i = 0; i < outputs.size(); i++) graph.link(maker, outputs.get(i));
    }

    void withdraw(Fact.Fed fed) {
        int run = lines.run(fed.run(), fed.nature());
        int maker = fed.into().isEmpty() ? run : runs.sub(fed.link(), run);
        Ints inputs = cover(fed.lot());
        for (int i = 0; i < inputs.size(); i++) {
            graph.unlink(inputs.get(i), maker);
            if (fed.nature() == Fact.Nature.SAME_MATERIAL) graph.unpart(inputs.get(i), run);
        }
        Ints outputs = cover(fed.into());
        for (int i = 0; i < outputs.size(); i++) graph.unlink(maker, outputs.get(i));
    }

    void state(Fact.Yielded yielded) {
        int run = lines.run(yielded.run(), yielded.nature());
        Ints outputs = cover(yielded.lot());
        for (int i = 0; i < outputs.size(); i++) graph.link(run, outputs.get(i));
    }

    void withdraw(Fact.Yielded yielded) {
        int run = lines.run(yielded.run(), yielded.nature());
        Ints outputs = cover(yielded.lot());
        for (int i = 0; i < outputs.size(); i++) graph.unlink(run, outputs.get(i));
    }

    private Ints cover(Span span) {
        Ints covered = new Ints(1);
        cells.cover(span, covered);
        return covered;
    }

    private Ints cover(List<Span> spans) {
        Ints covered = new Ints(1);
        spans.forEach(span -> cells.cover(span, covered));
        return covered;
    }
}
