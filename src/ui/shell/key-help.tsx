/** The keys of the page one is on, and those that are the same everywhere, on one sheet. */
import { useT } from '#ui/base/house.tsx'
import { useKeySheets, type KeySheet } from '#ui/base/keys.tsx'
import { Modal } from 'antd'
import './key-help.css'

function Sheet({ title, lines }: KeySheet) {
  return (
    <section aria-label={title}>
      <h3 className="keys-title">{title}</h3>
      <dl className="keys">
        {lines.map(({ keys, what }) => (
          <div key={what}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

export function KeyHelp({ onClose }: { onClose: () => void }) {
  const t = useT()
  const sheets = useKeySheets()
  const everywhere = [
    { keys: ['Ctrl / ⌘', 'K'], what: t('Search everything…') },
    { keys: ['?'], what: t('This sheet') },
    { keys: ['Esc'], what: t('Close what is open') },
  ]
  return (
    <Modal
      open
      footer={null}
      width={sheets.length > 1 ? 760 : 460}
      title={t('Keyboard')}
      onCancel={onClose}
    >
      <div className="keys-sheets">
        {sheets.map((sheet) => (
          <Sheet key={sheet.title} {...sheet} />
        ))}
        <Sheet title={t('Everywhere')} lines={everywhere} />
      </div>
    </Modal>
  )
}
