package stemma.catalog.store;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.catalog.MasterJson;
import stemma.catalog.Recipe;
import stemma.catalog.RecipeLine;
import stemma.catalog.RecipeStep;
import stemma.identifiers.ItemCode;
import stemma.quantity.Quantity;
import stemma.quantity.Unit;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Recipe revisions and their lines, in {@code catalog.recipe} and {@code catalog.recipe_line}. */
public final class RecipeTable {
    private RecipeTable() {}

    private static final String SELECT = """
            select recipe.normal, item.code as item, recipe_revision, recipe.tolerance_percent,
                   recipe.steps,
                   recipe.standing, recipe.revision, lines.parts, lines.items, lines.amounts,
                   lines.units, lines.tolerances, lines.alternates,
                   concat_ws(' ', item.code, item.name, recipe_revision) as search
            from catalog.recipe
            join catalog.item on item.id = recipe.item
            cross join lateral (
                select array_agg(part order by line) as parts,
                       array_agg(input.code order by line) as items,
                       array_agg(amount::text order by line) as amounts,
                       array_agg(unit order by line) as units,
                       array_agg(recipe_line.tolerance_percent order by line) as tolerances,
                       array_agg(alternates::text order by line) as alternates
                from catalog.recipe_line join catalog.item as input on input.id = recipe_line.item
                where recipe_line.recipe = recipe.id) as lines
            """;

    private static final String WRITE = """
            insert into catalog.recipe
                (normal, item, recipe_revision, tolerance_percent, steps, standing)
            select row.normal, item.id, body->>'revision', (body->>'tolerancePercent')::numeric,
                   coalesce((select string_agg(step, E'\\n' order by place)
                             from jsonb_array_elements_text(body->'steps')
                                 with ordinality as done(step, place)), ''),
                   body->>'standing'
            from jsonb_to_recordset(cast(? as jsonb))
                as row(normal text, parents text[], body jsonb)
            join catalog.item on item.normal = parents[1]
            on conflict (normal) do update set standing = excluded.standing
            """;

    // A revision is fixed once defined: its lines are written once.
    private static final String WRITE_LINES = """
            insert into catalog.recipe_line
                (recipe, line, part, item, amount, unit, tolerance_percent, alternates)
            select recipe.id, line.number, line.body->>'part', item.id,
                   split_part(line.body->>'amount', ' ', 1)::numeric,
                   split_part(line.body->>'amount', ' ', 2),
                   (line.body->>'tolerancePercent')::numeric,
                   coalesce(line.body->'alternates', '[]')
            from jsonb_to_recordset(cast(? as jsonb))
                as row(normal text, parents text[], body jsonb)
            join catalog.recipe on recipe.normal = row.normal
            cross join lateral jsonb_array_elements(body->'lines')
                with ordinality as line(body, number)
            join catalog.item on item.normal = parents[line.number + 1]
            on conflict (recipe, line) do nothing
            """;

    public static MasterTable<Recipe> on(JdbcClient jdbc) {
        return new MasterTable<>(
                jdbc,
                "recipe",
                SELECT,
                List.of(WRITE, WRITE_LINES),
                (row, number) -> new Recipe(
                        ItemCode.of(row.getString("item")),
                        row.getString("recipe_revision"),
                        lines(row),
                        RecipeStep.list(row.getString("steps")),
                        row.getBigDecimal("tolerance_percent"),
                        Read.standing(row)),
                Set.of("item", "recipe_revision", "standing"));
    }

    private static List<RecipeLine> lines(ResultSet row) throws SQLException {
        String[] parts = texts(row, "parts");
        String[] items = texts(row, "items");
        String[] amounts = texts(row, "amounts");
        String[] units = texts(row, "units");
        BigDecimal[] tolerances = (BigDecimal[]) row.getArray("tolerances").getArray();
        String[] alternates = texts(row, "alternates");
        List<RecipeLine> lines = new ArrayList<>();
        for (int i = 0; i < parts.length; i++) {
            lines.add(new RecipeLine(
                    Read.word(RecipeLine.Part.class, parts[i]),
                    ItemCode.of(items[i]),
                    Quantity.of(amounts[i], Unit.of(units[i])),
                    tolerances[i],
                    MasterJson.alternates(alternates[i])));
        }
        return lines;
    }

    private static String[] texts(ResultSet row, String column) throws SQLException {
        return (String[]) row.getArray(column).getArray();
    }
}
