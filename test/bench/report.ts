/** Writes what was found as a page for people. */
import type { Seeded } from './seed/seed.ts'
import type { Section } from './table.ts'
export function writeReport(_found: Section, _seeded: Seeded): void {}
