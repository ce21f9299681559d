/** The only list of modules, bottom to top: a module may import only those above it. */
import type { Module } from '#kernel/module.ts'
import people from './people/index.ts'

export const modules: readonly Module[] = [people]
