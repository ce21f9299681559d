/** Says in the reader's language what is wrong with a value, and what would be right. */
import type { Translate } from '#ui/base/house.tsx'
import { showNumber } from './number-text.ts'
import type { Issue } from './read-text.ts'

export function issueText(t: Translate, { rule, facts }: Issue): string {
  const shown = Object.fromEntries(
    Object.entries(facts).map(([name, fact]) => [name, shownFact(name, fact)]),
  )
  return TEXTS[rule](t, shown)
}

/** '0.000001', the least that can be kept, is how a declaration says "more than nothing". */
function isSmallestStep(min: string | number | undefined): boolean {
  return /^0\.0+1$/.test(String(min))
}

function shownFact(name: string, fact: string | number): string | number {
  return name === 'min' || name === 'max' ? showNumber(String(fact)) : fact
}

const TEXTS: Record<Issue['rule'], (t: Translate, facts: Issue['facts']) => string> = {
  required: (t) => t('Please fill this in.'),
  number: (t, facts) => t('“{text}” is not a number.', facts),
  'whole-number': (t, facts) => t('“{text}” is not a whole number.', facts),
  date: (t, facts) => t('“{text}” is not a date. Write it like 2026-11-30.', facts),
  'yes-or-no': (t, facts) => t('“{text}” is neither yes nor no.', facts),
  option: (t, facts) => t('“{text}” is not among the choices.', facts),
  'no-match': (t, facts) => t('Nothing is found for “{text}”.', facts),
  'several-matches': (t, facts) => t('“{text}” fits several records. Pick one.', facts),
  min: (t, facts) =>
    isSmallestStep(facts['min']) ? t('More than 0.') : t('At least {min}.', facts),
  max: (t, facts) => t('At most {max}.', facts),
  places: (t, facts) =>
    t('At most {places, plural, =0 {no decimals} one {# decimal} other {# decimals}}.', facts),
  length: (t, facts) => t('At most {limit} characters; these are {length}.', facts),
  email: (t) => t('This is not an e-mail address.'),
  url: (t) => t('This is not a web address.'),
  phone: (t) => t('This is not a telephone number.'),
  'not-by-text': (t, facts) => t('{label} cannot be pasted as text.', facts),
}
