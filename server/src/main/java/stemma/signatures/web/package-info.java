/** Tells forms until when the viewer's password alone signs. */
@NullMarked
package stemma.signatures.web;

import org.jspecify.annotations.NullMarked;
