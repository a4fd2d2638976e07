/**
 * Who may do what: people under actor ids that are no personal data, their roles per site, sign-in
 * by password, invitations instead of handed-out passwords, sessions, and tokens for programs.
 * Everything is denied that no route and no permission allows; the administrator can neither make
 * nor sign a production record.
 */
@NullMarked
package stemma.access;

import org.jspecify.annotations.NullMarked;
