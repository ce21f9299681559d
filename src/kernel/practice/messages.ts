/** What the practice company refuses, in English. */
export const practiceMessages: Record<string, string> = {
  'practice.exists': 'There is a practice company already.',
  'practice.none': 'There is no practice company.',
  'practice.not-ready': 'The practice company is still being filled.',
  'practice.not-inside': 'You are not in the practice company.',
  'practice.not-here': 'This is not possible in the practice company.',
  'session.moved': 'In another tab you went to another company. Load this page again.',
}
