/**
 * Who signed what, when and in which meaning, bound to the exact content (21 CFR 11.50, 11.70).
 */
@NullMarked
package stemma.signatures;

import org.jspecify.annotations.NullMarked;
