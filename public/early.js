/**
 * Asks who is there and what the house looks like while the program itself is still on its way; the
 * program takes the answer over (src/ui/base/early.ts). Pages for nobody in particular do not ask.
 * Once the program runs it asks itself: an answer that it did not take would be stale later.
 */
if (
  !globalThis.shangmaiRuns &&
  !/^\/(?:sign-in|setup|invitation)(?:\/|$)/u.test(location.pathname)
) {
  const address = '/api/meta'
  const answer = fetch(address, { headers: { accept: 'application/json' } })
  // A failure concerns whoever takes it over.
  answer.catch(() => undefined)
  globalThis.shangmaiEarly = { address, answer }
}
