/** The whole house on one page: what each module keeps, does, answers, and who listens to whom. */
import type { Action } from '#kernel/action/action.ts'
import { lineFields, stateField, type Entity, type Grant } from '#kernel/entity/entity.ts'
import type { Module } from '#kernel/module.ts'
import type { Registry } from '#kernel/registry.ts'

/** Answers docs/map.md; the same registry gives the same text. */
export function mapOf(registry: Registry): string {
  return `# Map\n\n${intro}\n\n${registry.modules.map((module) => part(registry, module)).join('\n\n')}\n`
}

const intro = `Written by \`npm run map\` from the declarations; a test keeps it fresh. Modules stand bottom to top: each may import
only those above it. Capabilities are numbered as users ask for them. "Heard by" names the modules that listen, in the same transaction.`

function part(registry: Registry, module: Module): string {
  return [
    `## ${module.name}: ${module.label}`,
    line('Needs', module.needs),
    line('Capabilities', module.capabilities.map(String)),
    list('Keeps', module.entities.map(entityLine)),
    table(registry, module.actions),
    list(
      'Answers',
      module.reports.map(({ name, label, allow }) => `**${name}** ${label} (${whoOf(allow)})`),
    ),
    list(
      'Prints',
      module.prints.map(({ name, label, entity }) => `**${name}** ${label}, of ${entity.name}`),
    ),
    list(
      'Jobs',
      module.jobs.map(({ name, every }) => (every ? `**${name}** at \`${every}\`` : `**${name}**`)),
    ),
    line('Listens to', Object.keys(module.on)),
    line('Computes the fields of', Object.keys(module.derive)),
    line('Proves the books', Object.keys(module.checks)),
  ]
    .filter((block) => block !== '')
    .join('\n\n')
}

function line(title: string, words: readonly string[]): string {
  return words.length === 0 ? '' : `${title}: ${words.join(', ')}`
}

function list(title: string, entries: readonly string[]): string {
  return entries.length === 0 ? '' : `${title}:\n\n${entries.map((one) => `- ${one}`).join('\n')}`
}

function entityLine(entity: Entity): string {
  const state = stateField(entity)
  const states = state ? entity.fields[state]?.options?.map((option) => option.value) : []
  const facts = [
    ...(states?.length ? [`states ${states.join(' · ')}`] : []),
    ...lineFields(entity).map(([, lines]) => `lines ${lines.name}`),
    ...(entity.appendOnly ? ['a book: rows are only added'] : []),
    ...(entity.managed ? ['written by actions alone'] : []),
  ]
  return [`**${entity.name}** ${entity.label.many}`, ...facts].join('; ')
}

function table(registry: Registry, actions: readonly Action[]): string {
  if (actions.length === 0) return ''
  const rows = actions.map((action) => {
    const { entity, name, label, allow, internal } = action
    const heard = listenersOf(registry, `${entity.name}.${name}`)
    const who = internal ? 'other actions' : whoOf(allow)
    return `| ${entity.name}.${name} | ${label} | ${wayOf(action)} | ${who} | ${heard} |`
  })
  return [
    '| does | label | from → to | who may | heard by |',
    '|---|---|---|---|---|',
    ...rows,
  ].join('\n')
}

function wayOf({ from, to, on }: Action): string {
  if (on === 'collection') return 'no record in hand'
  if (!from && to.length === 0) return 'any state'
  return `${from?.join(' · ') ?? 'any'} → ${to.length > 0 ? to.join(' · ') : 'same'}`
}

function whoOf(grant: Grant): string {
  const scoped = (Array.isArray(grant) ? [] : Object.entries(grant)).map(([role, scope]) =>
    scope === 'all'
      ? role
      : `${role} (${JSON.stringify(scope).replaceAll(/["{}]/gu, '').replaceAll(':', ': ')})`,
  )
  const roles = Array.isArray(grant) ? grant : scoped
  return roles.length > 0 ? roles.join(', ') : 'administrators'
}

function listenersOf(registry: Registry, event: string): string {
  return registry.modules
    .filter((module) => Object.hasOwn(module.on, event))
    .map((module) => module.name)
    .join(', ')
}
