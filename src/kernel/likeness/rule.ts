/** Which fields tell that two records may mean the same, and how each is compared. */

/**
 * - `name`: of companies and persons: without legal form and place, by sound, with small slips;
 * - `person`: of persons alone: many bear the same name;
 * - `item`: of things: whatever differs in a number is another thing;
 * - `phone`, `email`, `web`: ways to reach somebody; addresses of big mail houses say nothing;
 * - `number`: given by an office, such as a tax number: two different ones are two bearers;
 * - `code`: our own or a maker's, marks and case aside;
 * - `spec`: tells things of the same name apart;
 * - `within`: the record it belongs to; one name twice within the same is once too often.
 */
export type LikenessKind =
  | 'name'
  | 'person'
  | 'item'
  | 'phone'
  | 'email'
  | 'web'
  | 'number'
  | 'code'
  | 'spec'
  | 'within'

/** Field → how it is compared. */
export type LikenessRule = Readonly<Record<string, LikenessKind>>

/** Why two records are alike, as people are told. */
export const reasonOptions = [
  { value: 'same-name', label: 'Same name' },
  { value: 'same-sound', label: 'Name sounds the same' },
  { value: 'similar-name', label: 'Similar name' },
  { value: 'shorter-name', label: 'One name is short for the other' },
  { value: 'same-phone', label: 'Same phone number' },
  { value: 'same-email', label: 'Same mail address' },
  { value: 'same-domain', label: 'Same mail or web domain' },
  { value: 'same-number', label: 'Same tax or register number' },
  { value: 'same-code', label: 'Same code' },
  { value: 'same-spec', label: 'Same specification' },
  { value: 'same-place', label: 'Belongs to the same' },
] as const
export type Reason = (typeof reasonOptions)[number]['value']

/** Counted up when keys or features are made otherwise: the keys that are kept are made anew. */
export const likenessVersion = 2
