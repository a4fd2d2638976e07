/**
 * A small factory made up from a seed: what happens in it, told as events; a naive replay of those
 * events that shares nothing with the product but their form; and the properties that tie both.
 */
@NullMarked
package stemma.factory;

import org.jspecify.annotations.NullMarked;
