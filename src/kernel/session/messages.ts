/** What the refusals of sign-in say, in English. */
export const sessionMessages: Record<string, string> = {
  'session.needed': 'Please sign in.',
  'session.other-person': 'Somebody else has signed in on this device meanwhile.',
  'session.wrong-password': 'E-mail or password is not right.',
  'session.wrong-code': 'This code is not right, or it was used already. Wait for the next one.',
  'session.locked':
    'Too many tries. Please wait {seconds, plural, one {# second} other {# seconds}}.',
  'session.csrf': 'This request did not come from the program itself, so it was refused.',
  'session.not-by-key': 'An API key cannot do this. Sign in with the password.',
  'session.not-found': 'There is no such sign-in or key.',
  'session.weak-password':
    '{why, select, short {Use at least {least} characters.} personal {Do not use your name or ' +
    'e-mail.} other {Too many people use this password. Choose another.}}',
  'session.not-administrator': 'Only an administrator can do this.',
  'session.not-active': 'This person may not sign in. Switch “May sign in” on first.',
  'session.invitation-over': 'The invitation was used already, or it has expired.',
  'session.no-code-asked': 'Begin with the authenticator app first.',
  'session.code-is-on': 'The authenticator app is in use already. Switch it off first.',
  'session.already-set-up': 'The company is set up already. Sign in.',
  'session.wrong-scope':
    'A scope has the form customer:read, customer:*, *:read or *; “{scope}” does not.',
  'session.expires-in-the-past': 'This day is over already.',
}
