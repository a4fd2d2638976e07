package stemma.catalog;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One step of a recipe: what is to be done, on which kind of resource (absent: none), what the step
 * is for, and what is to be read off. In one line of text its parts stand between upright bars, as
 * in {@code 20 | Heat through | equipment | work | core temperature (°C) 75..95, time (min) 5..}.
 */
public record RecipeStep(
        int number,
        String text,
        @Nullable ResourceKind resource,
        StepKind kind,
        List<StepParameter> parameters) {
    public static final int MAX_NUMBER = 99_999;

    public RecipeStep {
        if (number < 1 || number > MAX_NUMBER) {
            throw new MalformedMaster(
                    "step_number_invalid", "steps", "the number of a step is 1 to " + MAX_NUMBER);
        }
        text = MasterText.checked("steps", text);
        if (text.contains("|")) {
            throw new MalformedMaster(
                    "step_invalid", "steps", "the text of step " + number + " holds no bar");
        }
        parameters = List.copyOf(parameters);
        Set<String> names = new HashSet<>();
        for (StepParameter parameter : parameters) {
            if (!names.add(parameter.name().toLowerCase(Locale.ROOT))) {
                throw new MalformedMaster(
                        "step_parameter_twice",
                        "steps",
                        parameter.name() + " stands twice in step " + number);
            }
        }
    }

    /** Returns the steps in the order of their numbers; refused where a number stands twice. */
    static List<RecipeStep> checked(List<RecipeStep> steps) {
        Set<Integer> seen = new HashSet<>();
        for (RecipeStep step : steps) {
            if (!seen.add(step.number())) {
                throw new MalformedMaster(
                        "step_twice", "steps", "step " + step.number() + " stands twice");
            }
        }
        return steps.stream()
                .sorted(Comparator.comparingInt(RecipeStep::number))
                .toList();
    }

    /** Reads steps, one in a line; empty lines mean nothing. */
    public static List<RecipeStep> list(String text) {
        return checked(
                text.lines().filter(line -> !line.isBlank()).map(RecipeStep::of).toList());
    }

    /** Returns the text of all steps, one in a line. */
    public static String text(List<RecipeStep> steps) {
        return steps.stream().map(RecipeStep::toString).collect(Collectors.joining("\n"));
    }

    /** Reads one step; all behind its text may be left out. */
    @JsonCreator
    public static RecipeStep of(String line) {
        String[] parts = line.strip().split("\\s*\\|\\s*", -1);
        if (parts.length < 2 || parts.length > 5 || !parts[0].matches("\\d{1,5}")) {
            throw new MalformedMaster(
                    "step_invalid",
                    "steps",
                    "\"" + line.strip()
                            + "\" is no step; write 10 | Mix | equipment | work | time (min) 5..");
        }
        return new RecipeStep(
                Integer.parseInt(parts[0]),
                parts[1],
                part(parts, 2).isEmpty() ? null : word(ResourceKind.class, part(parts, 2)),
                part(parts, 3).isEmpty() ? StepKind.WORK : word(StepKind.class, part(parts, 3)),
                parameters(part(parts, 4)));
    }

    private static String part(String[] parts, int place) {
        return place < parts.length ? parts[place] : "";
    }

    private static <E extends Enum<E>> E word(Class<E> choices, String word) {
        String name = word.toUpperCase(Locale.ROOT).replace(' ', '_');
        for (E choice : choices.getEnumConstants()) if (choice.name().equals(name)) return choice;
        throw new MalformedMaster(
                "step_invalid",
                "steps",
                "\"" + word + "\" is none of "
                        + Arrays.stream(choices.getEnumConstants())
                                .map(choice -> choice.name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(", ")));
    }

    private static List<StepParameter> parameters(String text) {
        List<StepParameter> parameters = new ArrayList<>();
        for (String one : text.split(",")) {
            if (!one.isBlank()) parameters.add(StepParameter.of(one));
        }
        return parameters;
    }

    /** Returns the text from which it can be read again, on the wire too. */
    @JsonValue
    @Override
    public String toString() {
        List<String> parts = new ArrayList<>(List.of(
                Integer.toString(number),
                text,
                resource == null ? "" : resource.word(),
                kind.word(),
                parameters.stream()
                        .map(StepParameter::toString)
                        .collect(Collectors.joining(", "))));
        while (parts.size() > 2 && (parts.getLast().isEmpty() || isUsual(parts)))
            parts.removeLast();
        return String.join(" | ", parts);
    }

    private static boolean isUsual(List<String> parts) {
        return parts.size() == 4 && parts.getLast().equals(StepKind.WORK.word());
    }
}
