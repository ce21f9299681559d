/** What the search box offers: places, new records and the records that the server found. */
import type { HouseMeta, SearchAnswer } from '#kernel/http/wire.ts'
import type { Translate } from '#ui/base/house.tsx'
import { choose, type Offer } from '#ui/base/offers.tsx'
import type { SavedReport } from '#ui/report/saved-reports.ts'
import type { ReactNode } from 'react'
import { placesOf, withSaved } from './menu.ts'

export interface Find {
  key: string
  title: string
  subtitle: string
  icon: string
  href: string
  /** Heading that it stands under. */
  group: string
  /** How the name sounds in Latin letters, for those who type it so. */
  sound?: string
}

/** Something the open page can do. */
export interface Deed extends Omit<Find, 'href' | 'icon'> {
  icon: ReactNode
  run: () => void
}

export type Sounds = Readonly<Record<string, string>>

const mostCommands = 8

/** Everything one can go to or begin without knowing a record. */
/** @param sounds label → pinyin */
export function commandsOf(
  house: HouseMeta,
  t: Translate,
  sounds: Sounds = {},
  saved: readonly SavedReport[] = [],
): Find[] {
  const places = withSaved(placesOf(house), saved).map((place) => ({
    key: place.href,
    title: place.label,
    subtitle: place.group,
    icon: place.icon,
    href: place.href,
    group: t('Go to'),
    sound: sounds[place.label] ?? '',
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
      sound: sounds[entity.label.one] ?? '',
    }))
  return [...places, ...makers]
}

/** What can be done on the open page now; what is impossible there waits in its menu. */
export function deedsOf(offers: readonly Offer[], t: Translate, sounds: Sounds = {}): Deed[] {
  return offers.flatMap(({ of, items }) =>
    items.flatMap((item): Deed[] => {
      if (item.why !== undefined || typeof item.label !== 'string') return []
      return [
        {
          key: `do ${of} ${item.key}`,
          title: item.label,
          subtitle: of,
          icon: item.icon,
          group: t('Do here'),
          run: () => choose(item),
          sound: sounds[item.label] ?? '',
        },
      ]
    }),
  )
}

function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}

/** Commands whose title holds every typed word. */
export function matchingCommands<C extends Find | Deed>(commands: C[], typed: string): C[] {
  const words = folded(typed).split(/\s+/).filter(Boolean)
  const matches = commands.filter((command) => {
    const title = folded(`${command.title} ${command.subtitle} ${command.sound ?? ''}`)
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
