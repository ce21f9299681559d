/** Why a mail account is not taken or does not work, and what to do, in English. */
export const mailAccountMessages: Record<string, string> = {
  'mail-account.bad-host': 'Enter the name of the mail server only, such as smtp.example.com.',
  'mail-account.password-again':
    'Server, security or user have changed: enter the password again. The one that is kept is ' +
    'not given to another server.',
  'mail-account.inner-address':
    'Other companies share this installation, so the mail server must be in the open internet; ' +
    '“{host}” is not.',
  'mail-account.other-port':
    'Other companies share this installation, so only the ports of mail servers are possible: ' +
    '465, 587, 2525 or 25.',
  'mail-account.host-unknown':
    'No server is found under “{host}”. Check the name; your mail provider tells it, often it ' +
    'begins with smtp.',
  'mail-account.port-closed':
    '“{host}” takes no mail at port {port}. Usual are 465 with TLS and 587 with STARTTLS.',
  'mail-account.no-answer':
    '“{host}” does not answer at port {port}. Check name and port, and whether a firewall lets ' +
    'the program out.',
  'mail-account.other-security':
    '“{host}” speaks another way at port {port}. Choose TLS for port 465 and STARTTLS for port 587.',
  'mail-account.certificate':
    'The certificate of “{host}” cannot be trusted ({why}). Enter the name that the certificate ' +
    'says, or have it renewed.',
  'mail-account.sign-in-refused':
    'The server refuses user or password: “{said}”. Enter both again; some providers want a ' +
    'password of its own for programs.',
  'mail-account.sign-in-needed': 'The server wants a user and a password: “{said}”.',
  'mail-account.sender-refused':
    'The server does not take mails of this sender: “{said}”. Enter the address that belongs to ' +
    'the user.',
  'mail-account.recipient-refused': 'The server does not deliver to this address: “{said}”.',
  'mail-account.mail-refused': 'The server refuses the mail: “{said}”.',
  'mail-account.other-fault': 'The mail server could not be used: {why}.',
  'mail-account.no-own-address': 'You have no e-mail address that the mail could go to.',
}
