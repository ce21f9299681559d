/** Brings a table into the house, step by step: file, columns, trial run, result. */
import { useEntity, useT } from '#ui/base/house.tsx'
import { Page } from '#ui/base/page.tsx'
import { ProblemNotice } from '#ui/form/problem-notice.tsx'
import { IconDownload } from '@tabler/icons-react'
import { Button } from 'antd'
import { useState } from 'react'
import { MapStep } from './map-step.tsx'
import { ResultStep } from './result-step.tsx'
import { SourceStep } from './source-step.tsx'
import { useImport } from './use-import.ts'
import './import.css'

export function ImportPage({ entity: name }: { entity: string }) {
  const t = useT()
  const entity = useEntity(name)
  const importing = useImport(name)
  const { look, job, problem } = importing
  const [fileName, setFileName] = useState('')
  const steps = [t('File'), t('Columns'), t('Trial run'), t('Result')]
  const at = !look ? 0 : job === null ? 1 : job === 'check' ? 2 : 3
  return (
    <Page
      title={t('Import {entities}', { entities: entity.label.many })}
      beside={<Steps steps={steps} at={at} />}
      actions={
        <Button
          icon={<IconDownload size={16} aria-hidden />}
          href={`/api/${name}/export?template=1`}
          download
        >
          {t('Empty table with the columns')}
        </Button>
      }
    >
      <ProblemNotice problem={problem} />
      {!look && (
        <SourceStep
          isReading={importing.open.isPending}
          onSource={(source) => {
            setFileName('file' in source ? source.file.name : t('Pasted cells'))
            importing.open.mutate(source)
          }}
        />
      )}
      {look && (
        <div hidden={job !== null}>
          <MapStep
            key={look.id}
            fileName={fileName}
            look={look}
            isBusy={importing.start.isPending}
            isReading={importing.again.isPending}
            onReading={importing.again.mutate}
            onCheck={(order) => importing.start.mutate({ what: 'check', order })}
            onRestart={importing.restart}
          />
        </div>
      )}
      {look && job !== null && <ResultStep entity={entity} importing={importing} />}
    </Page>
  )
}

function Steps({ steps, at }: { steps: readonly string[]; at: number }) {
  return (
    <ol className="import-steps">
      {steps.map((step, index) => (
        <li
          key={step}
          className={index < at ? 'is-past' : index === at ? 'is-now' : ''}
          aria-current={index === at ? 'step' : undefined}
        >
          <span className="import-step-number">{index + 1}</span>
          {step}
        </li>
      ))}
    </ol>
  )
}
