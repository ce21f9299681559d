/** What the page asked the server before the program had come (public/early.js). */

interface Early {
  address: string
  answer: Promise<Response>
}

const holder = globalThis as { shangmaiEarly?: Early | undefined; shangmaiRuns?: boolean }

// Either script may come first: from here on nothing is asked early any more.
holder.shangmaiRuns = true

/** The answer that is on its way already; it is given out once, later ones must be fresh. */
export function takeEarly(address: string): Promise<Response> | undefined {
  const early = holder.shangmaiEarly
  if (early?.address !== address) return undefined
  holder.shangmaiEarly = undefined
  return early.answer
}
