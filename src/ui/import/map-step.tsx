/** Second step: how the table is read, which column is which field, what to do with known rows. */
import { useT } from '#ui/base/house.tsx'
import type { Translate } from '#ui/base/house.tsx'
import { Button } from 'antd'
import { useState } from 'react'
import type { ImportLook, ImportOrder } from './import-types.ts'
import { firstOptions, fittingOptions, guessedMapping, obstacleOf, orderOf } from './mapping.ts'
import type { Mapping, Obstacle, Options } from './mapping.ts'
import { MappingTable } from './mapping-table.tsx'
import { OptionsBar } from './options-bar.tsx'
import { ReadingBar } from './reading-bar.tsx'
import type { Reading } from './use-import.ts'

interface MapStepProps {
  fileName: string
  look: ImportLook
  isBusy: boolean
  isReading: boolean
  onReading: (reading: Reading) => void
  onCheck: (order: ImportOrder) => void
  onRestart: () => void
}

export function MapStep(props: MapStepProps) {
  const t = useT()
  const { look } = props
  const [chosen, choose] = useState<{ of: ImportLook; mapping: Mapping } | null>(null)
  const [wanted, want] = useState<Options>(() => firstOptions(look.last))
  // Read in another way, the table has other columns: what was chosen for the old ones is void.
  const isCurrent = chosen?.of.header.join('\t') === look.header.join('\t')
  const mapping =
    chosen && isCurrent ? chosen.mapping : guessedMapping(look.mapping, look.header.length)
  const options = fittingOptions(look.fields, mapping, wanted)
  const obstacle = obstacleOf(look.fields, mapping, options)
  return (
    <>
      <section className="panel">
        <ReadingBar {...props} />
        {look.last && <p className="import-last">{t('Filled in as the last table like this.')}</p>}
        <MappingTable
          look={look}
          mapping={mapping}
          onChange={(next) => choose({ of: look, mapping: next })}
        />
        <OptionsBar fields={look.fields} mapping={mapping} options={options} onChange={want} />
      </section>
      <footer className="import-foot">
        {obstacle && <ObstacleText obstacle={obstacle} />}
        <span className="grow" />
        <Button onClick={props.onRestart}>{t('Another file')}</Button>
        <Button
          type="primary"
          disabled={obstacle !== null}
          loading={props.isBusy}
          onClick={() => props.onCheck(orderOf(mapping, options))}
        >
          {t('Try it without saving')}
        </Button>
      </footer>
    </>
  )
}

function ObstacleText({ obstacle }: { obstacle: Obstacle }) {
  const t = useT()
  return <p className="import-obstacle">{obstacleText(obstacle, t)}</p>
}

function obstacleText(obstacle: Obstacle, t: Translate): string {
  if (obstacle.rule === 'nothing-mapped') return t('No column is given a field yet.')
  if (obstacle.rule === 'no-key') return t('To update records, give a column a unique field.')
  const fields = obstacle.fields.map(({ label }) => label).join('、')
  return t('A new record also needs: {fields}.', { fields })
}
