/**
 * Measures the product as it is used: a seeded plant writes its events by each door and asks its
 * questions; each figure becomes one line of the history. Nothing of it is in the product.
 */
@NullMarked
package stemma.bench;

import org.jspecify.annotations.NullMarked;
