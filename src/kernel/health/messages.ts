/** What is wrong with the program's state and what to do about it, in English. */
export const healthMessages: Record<string, string> = {
  'health.disk-full':
    'The disk that holds the data is nearly full; once it is full, nothing can be saved. ' +
    'Make room on it, or move the data to a larger one.',
  'health.connections-used-up':
    'The database has nearly no connection left; people may have to wait. Raise max_connections ' +
    'of the database server, or close other programs that use it.',
  'health.clocks-differ':
    'The clocks of the program and of the database differ by {seconds} seconds. Let both ' +
    'machines take the time from a time server.',
  'health.books-differ':
    'The check of the books found {count, plural, one {# difference} other {# differences}}. ' +
    'Open the list to see what differs, and show it to whoever looks after the program.',
  'health.books-unchecked':
    'The books were not checked {days, plural, one {for # day} other {for # days}}. The ' +
    'check runs at night: let the program run then, and look below whether it failed.',
  'health.no-backup':
    'There is no backup: if the disk breaks, everything is lost. Make one, and let one be made ' +
    'every day.',
  'health.backup-old':
    'The last backup is {days, plural, one {# day} other {# days}} old. Make one now, and let ' +
    'one be made every day.',
  'health.no-mail-server':
    'No mail server is set{waiting, plural, =0 {} one {: # mail waits} other {: # mails wait}}. ' +
    'Invitations, notifications and reports are not delivered before one is.',
  'health.mails-failed':
    '{count, plural, one {# mail} other {# mails}} could not be delivered. Each says why; mend ' +
    'it and send the mail again.',
  'health.mails-wait':
    '{count, plural, one {# mail has} other {# mails have}} been waiting for more than an hour. ' +
    'The oldest says what the mail server answers.',
  'health.work-failed':
    '{count, plural, one {# piece of work} other {# pieces of work}} in the background failed. ' +
    'See below what was said, and run it again.',
  'health.work-waits':
    'Work in the background has been waiting for {minutes} minutes. Either there is much of it, ' +
    'or no process does it: one must run with WORKERS=on.',
  'job.not-failed': 'There is no failed work of that kind any more; perhaps it runs again already.',
}
