/**
 * The look of the product and its manner of refusing: the frame around every page (navigation, the
 * one box, who is signed in, site time and UTC), the badges and numbers that pages share, and the
 * one form in which every room says what was refused, what was not recorded and what to do.
 */
@NullMarked
package stemma.shell;

import org.jspecify.annotations.NullMarked;
