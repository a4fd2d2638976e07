/**
 * Who signed what, when and in which meaning, bound to the exact content (21 CFR 11.50, 11.70): the
 * signer proves anew who it is, and the signature holds the SHA-256 of what was shown.
 */
@NullMarked
package stemma.signatures;

import org.jspecify.annotations.NullMarked;
