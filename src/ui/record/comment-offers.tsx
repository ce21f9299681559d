/** The people whom a comment may mention; who may not read the record is named, but not told. */
import type { Mentionable } from '#kernel/notify/follow-routes.ts'
import { useT } from '#ui/base/house.tsx'

interface CommentOffersProps {
  id: string
  people: readonly Mentionable[]
  active: number
  onPoint: (index: number) => void
  onTake: (person: Mentionable) => void
}

export function CommentOffers({ id, people, active, onPoint, onTake }: CommentOffersProps) {
  const t = useT()
  return (
    <>
      <span className="unseen" role="status">
        {people.length > 0 &&
          t('{count, plural, one {One person} other {# people}} to mention', {
            count: people.length,
          })}
      </span>
      {people.length > 0 && (
        <div
          id={id}
          role="listbox"
          aria-label={t('People to mention')}
          className="comment-offers"
          // The focus stays where the comment is typed.
          onMouseDown={(event) => event.preventDefault()}
        >
          {people.map((person, index) => (
            <div
              key={person.id}
              id={`${id}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === active}
              aria-disabled={!person.reads}
              className="comment-offer"
              onMouseMove={() => onPoint(index)}
              onClick={() => onTake(person)}
              ref={index === active ? (row) => row?.scrollIntoView({ block: 'nearest' }) : null}
            >
              <span className="strong">{person.name}</span>
              <span className="faint clip">
                {person.reads ? person.subtitle : t('may not see this record')}
              </span>
            </div>
          ))}
        </div>
      )}
    </>
  )
}
