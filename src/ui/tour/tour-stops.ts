/** What the tour shows, one after the other, as far as this person has it. */
import type { HouseMeta } from '#kernel/http/wire.ts'
import type { Translate } from '#ui/base/house.tsx'
import { placesOf } from '#ui/shell/menu.ts'

export interface Stop {
  /** What carries `data-tour` with this word. */
  target: string
  title: string
  text: string
  /** Page on which it stands; absent = any. */
  path?: string
}

/** The list to be shown: one where the person may enter something, else the first. */
function listOf(house: HouseMeta) {
  const lists = placesOf(house).flatMap(({ entity }) => house.entities[entity ?? ''] ?? [])
  return lists.find(({ may }) => may.create) ?? lists[0]
}

export function stopsOf(house: HouseMeta, phone: boolean, keys: string, t: Translate): Stop[] {
  const list = listOf(house)
  const path = list ? `/list/${list.name}` : undefined
  return [
    navigation(phone, t),
    searching(phone, keys, t),
    ...onList(list, path, t),
    notices(t),
    person(phone, t),
  ]
}

function navigation(phone: boolean, t: Translate): Stop {
  return {
    target: 'navigation',
    title: t('All your work is in this menu'),
    text: phone
      ? t('The first places stand here, the others behind “More”. Home shows what waits for you.')
      : t('Lists, documents and reports by subject. Home shows what waits for you.'),
  }
}

function searching(phone: boolean, keys: string, t: Translate): Stop {
  return {
    target: 'search',
    title: t('Find anything'),
    text: phone
      ? t('Customers, documents, pages: by name, pinyin, number or telephone.')
      : t('By name, pinyin, number or telephone. {keys} opens it from anywhere.', { keys }),
  }
}

function onList(list: ReturnType<typeof listOf>, path: string | undefined, t: Translate): Stop[] {
  if (!list || !path) return []
  const narrowing: Stop = {
    target: 'list',
    title: t('Narrow a list down'),
    text: t('Search, filter, sort and group. Keep what you use often as a view of your own.'),
    path,
  }
  const adding: Stop = {
    target: 'new',
    title: t('Enter something new'),
    text: t('Each list has this button. What you type is kept until you save it.'),
    path,
  }
  return list.may.create ? [narrowing, adding] : [narrowing]
}

function notices(t: Translate): Stop {
  return {
    target: 'notices',
    title: t('What concerns you'),
    text: t('The bell tells when a colleague mentions you or gives you work.'),
  }
}

function person(phone: boolean, t: Translate): Stop {
  return {
    target: 'person',
    title: t('Help is close'),
    text: phone
      ? t('In your menu: language, appearance, settings; and this tour, whenever you like.')
      : t('? shows all keys on any page. Your menu has them too, and this tour again.'),
  }
}
