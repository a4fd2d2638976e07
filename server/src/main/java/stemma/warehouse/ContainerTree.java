package stemma.warehouse;

import stemma.ledger.Place;
import stemma.stock.Container;
import stemma.stock.Places;

import java.util.List;
import java.util.Map;

/**
 * A container with all that is inside it, outermost first: each with its depth and the lots that
 * lie in it directly; and in which it is itself, where it stands.
 */
public record ContainerTree(List<Container> around, Place stands, List<Branch> branches) {
    public ContainerTree {
        around = List.copyOf(around);
        branches = List.copyOf(branches);
    }

    /** One container of the tree. */
    public record Branch(Container container, int depth, List<StockLine> content) {
        public Branch {
            content = List.copyOf(content);
        }
    }

    public Container container() {
        return branches.getFirst().container();
    }

    /** Returns where it stands, in words, and what it is in. */
    public String where() {
        String place = stands instanceof Place.InContainer
                ? "stands nowhere known"
                : stands instanceof Place.At(var site, var location)
                        ? "at " + site + "/" + location
                        : Places.words(stands);
        return around.isEmpty() ? place : "in " + around.getFirst().code() + ", " + place;
    }

    /** Returns the sums of all that is in it at any depth, in words. */
    public String amount() {
        List<StockLine> all = lines();
        return all.isEmpty() ? "nothing" : StockPage.words(all);
    }

    public List<StockLine> lines() {
        return branches.stream().flatMap(branch -> branch.content().stream()).toList();
    }

    static ContainerTree of(
            Container root, List<Container> all, Map<Place, List<StockLine>> inside, Place stands) {
        java.util.ArrayList<Branch> branches = new java.util.ArrayList<>();
        java.util.ArrayDeque<Branch> open = new java.util.ArrayDeque<>();
        java.util.HashSet<Container> seen = new java.util.HashSet<>();
        open.push(branch(root, 0, inside));
        while (!open.isEmpty()) {
            Branch branch = open.pop();
            if (!seen.add(branch.container())) continue;
            branches.add(branch);
            all.reversed().stream()
                    .filter(c -> branch.container().code().equals(c.parent()))
                    .forEach(c -> open.push(branch(c, branch.depth() + 1, inside)));
        }
        return new ContainerTree(around(root, all), stands, branches);
    }

    private static Branch branch(Container of, int depth, Map<Place, List<StockLine>> inside) {
        return new Branch(
                of, depth, inside.getOrDefault(new Place.InContainer(of.code()), List.of()));
    }

    private static List<Container> around(Container root, List<Container> all) {
        java.util.ArrayList<Container> around = new java.util.ArrayList<>();
        Container at = root;
        for (int depth = 0; depth < all.size() && at.parent() != null; depth++) {
            var parent = at.parent();
            Container outer = all.stream()
                    .filter(c -> c.code().equals(parent))
                    .findFirst()
                    .orElse(null);
            if (outer == null) break;
            around.add(outer);
            at = outer;
        }
        return around;
    }
}
