/** A list of choices as it is being changed: order, names, what is wrong with it. */

export interface Choice {
  key: string
  /** What records keep; null until a new one is saved. */
  value: string | null
  label: string
  hidden: boolean
}

export function moved(choices: readonly Choice[], from: number, to: number): Choice[] {
  const one = choices[from]
  return one ? choices.toSpliced(from, 1).toSpliced(to, 0, one) : [...choices]
}

export function added(choices: readonly Choice[]): Choice[] {
  let count = choices.length
  while (choices.some(({ key }) => key === `new ${count}`)) count += 1
  return [...choices, { key: `new ${count}`, value: null, label: '', hidden: false }]
}

/** What keeps the list from being saved, and at which choice. */
export function flawOf(choices: readonly Choice[]): { at: number; message: string } | null {
  const labels = choices.map(({ label }) => label.trim())
  const empty = labels.indexOf('')
  if (empty !== -1) return { at: empty, message: 'Each choice needs a name.' }
  const twice = labels.findIndex((label, at) => labels.indexOf(label) !== at)
  if (twice !== -1) return { at: twice, message: 'There is this choice already.' }
  const none = choices.every(({ hidden }) => hidden)
  return none ? { at: 0, message: 'Leave at least one choice to choose.' } : null
}
