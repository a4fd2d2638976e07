/**
 * The tests of one component of a GS1 element, a family per class: each names the first fault by a
 * code and the characters at fault. They know nothing of the elements beside it.
 */
@NullMarked
package stemma.gs1.lint;

import org.jspecify.annotations.NullMarked;
