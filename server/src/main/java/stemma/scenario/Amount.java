package stemma.scenario;

import org.jspecify.annotations.Nullable;

import stemma.quantity.Quantity;
import stemma.quantity.Unit;

/**
 * An amount as written, not yet judged: the number, the unit, and the catch weight where one was
 * measured. It is read as a quantity only when the sentence is told, so that a bad one is refused
 * with its code and not as bad grammar.
 */
record Amount(String number, String unit, @Nullable Amount catchWeight) {
    static Amount read(Words words) {
        if (!words.isNumber()) throw words.wrong("expected an amount such as 120 kg");
        String number = words.next("a number");
        String unit = words.next("a unit such as kg or ea");
        return new Amount(number, unit, words.take("weighing") ? read(words) : null);
    }

    Quantity quantity() {
        return Quantity.of(number, new Unit(unit));
    }
}
