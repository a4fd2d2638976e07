/**
 * Puts the frame around pages, answers every exception with one problem, and sets strict headers.
 */
@NullMarked
package stemma.shell.web;

import org.jspecify.annotations.NullMarked;
