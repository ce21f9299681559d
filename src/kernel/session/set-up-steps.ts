/** How far the first administrator has come in setting a new company up. */

/** In their order; a company that is past the last one is not asked any more. */
export const setUpSteps = ['company', 'look', 'people', 'records', 'ready', 'done'] as const
export type SetUpStep = (typeof setUpSteps)[number]

/** @param kept what stands in the company's settings; companies of before have nothing there */
export function setUpStepOf(kept: unknown): SetUpStep {
  return setUpSteps.find((step) => step === kept) ?? 'done'
}
