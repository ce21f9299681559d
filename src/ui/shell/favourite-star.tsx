/** The star behind the name of a page: keeps the page, as it stands, in the menu. */
import { useT } from '#ui/base/house.tsx'
import { IconStar, IconStarFilled } from '@tabler/icons-react'
import { useLocation } from '@tanstack/react-router'
import { useFavourites, useToggleFavourite } from './favourites.ts'

/** Pages that one comes back to; a half-filled form or a print preview is none. */
const lasting = /^\/(list|record|report|settings)\//

export function FavouriteStar({ title, icon }: { title: string; icon: string }) {
  const t = useT()
  const { href, pathname } = useLocation()
  const isKept = useFavourites().some((one) => one.href === href)
  const toggle = useToggleFavourite()
  if (!lasting.test(pathname) || title === '') return null
  const Star = isKept ? IconStarFilled : IconStar
  return (
    <button
      type="button"
      className="icon-button top-star"
      aria-pressed={isKept}
      aria-label={t('Favourite')}
      title={isKept ? t('Take out of the favourites') : t('Keep among the favourites')}
      onClick={() => toggle({ href, title, icon })}
    >
      <Star size={16} stroke={1.7} aria-hidden />
    </button>
  )
}
