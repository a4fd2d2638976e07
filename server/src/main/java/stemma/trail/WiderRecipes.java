package stemma.trail;

import stemma.audit.Audit;
import stemma.audit.AuditEntry;
import stemma.audit.TrailQuery;
import stemma.catalog.Catalog;
import stemma.catalog.Loosening;
import stemma.catalog.MasterKey;
import stemma.catalog.Recipe;
import stemma.catalog.WiderRecipe;
import stemma.identifiers.ItemCode;

import tools.jackson.databind.JsonNode;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** In what a new revision of a recipe allows more than the one that was defined before it. */
final class WiderRecipes {
    private final Catalog catalog;
    private final Audit audit;

    WiderRecipes(Catalog catalog, Audit audit) {
        this.catalog = catalog;
        this.audit = audit;
    }

    private record Defined(Recipe recipe, Instant at) {}

    /** Returns it in words, of the recipe that an entry at that moment says was defined. */
    List<String> less(JsonNode defined, Instant at) {
        ItemCode item = new ItemCode(defined.path("item").asString(""));
        MasterKey key = Recipe.key(item, defined.path("revision").asString(""));
        List<Recipe> all = catalog.recipes(item);
        Optional<Recipe> now = all.stream().filter(one -> one.key().equals(key)).findFirst();
        if (all.size() < 2 || now.isEmpty()) return List.of();
        return all.stream()
                .filter(one -> !one.key().equals(key))
                .flatMap(this::defined)
                .filter(one -> one.at().isBefore(at))
                .max(Comparator.comparing(Defined::at))
                .map(one -> new WiderRecipe(one.recipe(), now.get())
                        .less().stream()
                                .map(less -> "recipe " + now.get().revision() + " after "
                                        + one.recipe().revision() + ": " + less)
                                .toList())
                .orElse(List.of());
    }

    private Stream<Defined> defined(Recipe recipe) {
        TrailQuery query = TrailQuery.all()
                .of(recipe.key().toString())
                .doing(Loosening.DEFINED)
                .refusals(TrailQuery.Refusals.WITHOUT)
                .limit(1);
        return audit.trail(query).entries().stream()
                .map(AuditEntry::recordedAt)
                .map(at -> new Defined(recipe, at));
    }
}
