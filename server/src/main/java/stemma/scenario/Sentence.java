package stemma.scenario;

import java.util.List;

/**
 * One sentence understood: telling it in a scene gives the lines of its answer, none if all is
 * well.
 */
@FunctionalInterface
interface Sentence {
    List<String> tell(Scene scene);
}
