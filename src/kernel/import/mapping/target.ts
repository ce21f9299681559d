/** What columns of a brought-along table can be mapped to, and what is guessed of them. */

export interface Target {
  field: string
  /** Names and synonyms in English, 繁體 and 简体. */
  labels: string[]
  /** Kind of the field: text, phone, email, date, decimal … */
  type: string
  required?: boolean
  /** Tells one record from the others, as a code or a number does. */
  unique?: boolean
  /** Says of a cell (never empty) whether it could be a value of this field. */
  looksLike?: (value: string) => boolean
}

export interface Guess {
  /** 0-based column of the table. */
  column: number
  /** The field, or null where no field fits. */
  field: string | null
  /** 0 to 1; from 0.9 on a person need not look. */
  confidence: number
  /** By what it was guessed, `last`: as the last such table; null where no field fits. */
  why: 'name' | 'synonym' | 'similar' | 'content' | 'last' | null
}
