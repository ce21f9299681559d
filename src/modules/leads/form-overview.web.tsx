/** Where visitors find a form: its address to copy, its code for posters, its lines for a site. */
import { useHouse, useT } from '#ui/base/house.tsx'
import type { OverviewProps } from '#ui/record/overview.tsx'
import { IconCopy, IconExternalLink } from '@tabler/icons-react'
import { Button, QRCode } from 'antd'
import { useState } from 'react'
import './form-overview.css'

export function FormOverview({ answer: { row } }: OverviewProps) {
  const t = useT()
  const { company } = useHouse()
  const address = `${location.origin}/form/${company.id}/${String(row['key'])}`
  const title = String(row['name']).replaceAll('"', '&quot;')
  const frame = `<iframe src="${address}" title="${title}" width="100%" height="760"></iframe>`
  return (
    <section className="record-overview form-overview" aria-label={t('For visitors')}>
      <div className="form-overview-code" aria-hidden>
        <QRCode
          value={address}
          size={148}
          bordered={false}
          type="svg"
          color="#20262b"
          bgColor="#fff"
        />
      </div>
      <div className="form-overview-words">
        <Copied label={t('Address of the form')} text={address} />
        <Copied label={t('For your own web site')} text={frame} />
        <a href={address} target="_blank" rel="noreferrer">
          <IconExternalLink size={15} aria-hidden /> {t('Open as visitors see it')}
        </a>
      </div>
    </section>
  )
}

function Copied({ label, text }: { label: string; text: string }) {
  const t = useT()
  const [isCopied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(text)
    setCopied(true)
  }
  return (
    <div className="form-overview-line">
      <span className="form-overview-label">{label}</span>
      <code>{text}</code>
      <Button size="small" icon={<IconCopy size={14} aria-hidden />} onClick={copy}>
        {isCopied ? t('Copied') : t('Copy')}
      </Button>
    </div>
  )
}
