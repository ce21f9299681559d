/** What the search box offers: places, new records and the records that the server found. */
import type { HouseMeta, SearchAnswer } from '#kernel/http/wire.ts'
import type { Translate } from '#ui/base/house.tsx'
import { placesOf } from './menu.ts'

export interface Find {
  key: string
  title: string
  subtitle: string
  icon: string
  href: string
  /** Heading that it stands under. */
  group: string
}

const mostCommands = 8

/** Everything one can go to or begin without knowing a record. */
export function commandsOf(house: HouseMeta, t: Translate): Find[] {
  const places = placesOf(house).map((place) => ({
    key: place.href,
    title: place.label,
    subtitle: place.group,
    icon: place.icon,
    href: place.href,
    group: t('Go to'),
  }))
  const makers = Object.values(house.entities)
    .filter(({ isLine, may }) => may.create && !isLine)
    .map((entity) => ({
      key: `new ${entity.name}`,
      title: t('New {name}', { name: entity.label.one }),
      subtitle: entity.label.many,
      icon: entity.icon ?? 'list',
      href: `/new/${entity.name}`,
      group: t('Begin'),
    }))
  return [...places, ...makers]
}

function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}

/** Commands whose title holds every typed word. */
export function matchingCommands(commands: Find[], typed: string): Find[] {
  const words = folded(typed).split(/\s+/).filter(Boolean)
  const matches = commands.filter((command) => {
    const title = folded(`${command.title} ${command.subtitle}`)
    return words.every((word) => title.includes(word))
  })
  return matches.slice(0, mostCommands)
}

/** The server's hits, each under the name of its entity; hits of one kind stand together. */
export function findsOf(answer: SearchAnswer, house: HouseMeta): Find[] {
  const finds = answer.hits.flatMap((hit): Find[] => {
    const entity = house.entities[hit.entity]
    if (!entity) return []
    const href = `/record/${hit.entity}/${hit.id}`
    const { title, subtitle } = hit
    return [
      { key: href, title, subtitle, icon: entity.icon ?? 'list', href, group: entity.label.many },
    ]
  })
  const order = [...new Set(finds.map(({ group }) => group))]
  return finds.sort((a, b) => order.indexOf(a.group) - order.indexOf(b.group))
}
