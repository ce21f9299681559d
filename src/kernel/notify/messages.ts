/** The sentences behind the bell, in English. */
export const noticeMessages: Record<string, string> = {
  'notice.mentioned':
    '{times, plural, one {{by} mentioned you: {record}} other {{by} mentioned you # times: {record}}}',
  'notice.commented':
    '{times, plural, one {{by} commented on {record}} other {# comments on {record}, the last by {by}}}',
  'notice.state-changed': '{by} moved {record} to “{state}”',
  'notice.state-changed-many': '{by} moved {count} {entity} to another state',
  'notice.given': '{by} gave {record} to you',
  'notice.made-for-you': '{by} made {record} for you',
  'notice.reminded': 'Reminder for {when}: {record}',
  'notice.given-many': '{by} gave {count} {entity} to you',
  'notice.import-done':
    'Your import of “{file}” is done: {created} new, {updated} changed, {rejected} with faults',
  'notice.bulk-changed':
    'Your change of many is done: {changed, number} {entity} changed, {refused, number} refused',
  'notice.bulk-deleted':
    'Your deletion of many is done: {changed, number} {entity} are in the recycle bin, {refused, number} refused',
  'notice.bulk-acted':
    'Your action on many is done: {changed, number} {entity}, {refused, number} refused',
  'notice.bulk-undone':
    'Your taking back of many is done: {changed, number} {entity} are as before, {refused, number} refused',
  'notice.bulk-scanned':
    'Your search for duplicates among {entity} is done: {changed, number} new pairs',
  'notice.bulk-cancelled':
    'Your work on many {entity} was cancelled: {changed, number} done, {refused, number} refused, {left, number} left',
  'notice.bulk-failed':
    'Your work on many {entity} broke off: {changed, number} done, {refused, number} refused, {left, number} left',
  'notice.import-failed': 'Your import of “{file}” broke off',
}
