/** One changed field: what stood there, and what stands there now. */
import { useT } from '#ui/base/house.tsx'
import './action-dialog.css'

interface ChangeLineProps {
  label: string
  before: string
  after: string
  line?: 'added' | 'removed'
}

export function ChangeLine({ label, before, after, line }: ChangeLineProps) {
  const t = useT()
  return (
    <div className="change">
      <span className="change-field">{label}</span>
      {before !== '' && (
        <>
          <del className="change-before">{before}</del>
          {line !== 'removed' && <span aria-hidden>→</span>}
        </>
      )}
      {line === 'removed' && <span>{t('(removed)')}</span>}
      {line === undefined && after === '' && <ins className="change-after">{t('(emptied)')}</ins>}
      {after !== '' && <ins className="change-after">{after}</ins>}
    </div>
  )
}
