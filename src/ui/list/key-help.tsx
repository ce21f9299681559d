/** The keys of a list, on one sheet. */
import { useT } from '#ui/base/house.tsx'
import { Modal } from 'antd'

export function KeyHelp(props: { onClose: () => void }) {
  const t = useT()
  const keys: [keys: string[], what: string][] = [
    [['j', '↓'], t('Next row')],
    [['k', '↑'], t('Row before')],
    [['Enter'], t('Open the row')],
    [['x'], t('Select or unselect the row')],
    [['Shift'], t('… with a click: select everything between')],
    [['/'], t('Search in this list')],
    [['n'], t('New record')],
    [['Ctrl / ⌘', 'K'], t('Search everything…')],
    [['?'], t('This sheet')],
  ]
  return (
    <Modal open footer={null} width={420} title={t('Keyboard')} onCancel={props.onClose}>
      <dl className="keys">
        {keys.map(([names, what]) => (
          <div key={what}>
            <dt>
              {names.map((name) => (
                <kbd key={name}>{name}</kbd>
              ))}
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  )
}
