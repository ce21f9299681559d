/** Where people without an account find a record: its address to copy, and its code to show. */
import { CopyButton } from '#ui/base/copy-button.tsx'
import { IconCopy, IconExternalLink } from '@tabler/icons-react'
import { QRCode } from 'antd'
import './for-visitors.css'

export interface VisitorLine {
  label: string
  text: string
}

interface ForVisitorsProps {
  label: string
  address: string
  /** Texts to copy, the address among them. */
  lines: readonly VisitorLine[]
  open: string
}

export function ForVisitors({ label, address, lines, open }: ForVisitorsProps) {
  return (
    <section className="record-overview for-visitors" aria-label={label}>
      <div className="for-visitors-code" aria-hidden>
        <QRCode
          value={address}
          size={148}
          bordered={false}
          type="svg"
          color="#20262b"
          bgColor="#fff"
        />
      </div>
      <div className="for-visitors-words">
        {lines.map((line) => (
          <Copied key={line.label} {...line} />
        ))}
        <a href={address} target="_blank" rel="noreferrer">
          <IconExternalLink size={15} aria-hidden /> {open}
        </a>
      </div>
    </section>
  )
}

function Copied({ label, text }: VisitorLine) {
  return (
    <div className="for-visitors-line">
      <span className="for-visitors-label">{label}</span>
      <code>{text}</code>
      <CopyButton text={text} size="small" icon={<IconCopy size={14} aria-hidden />} />
    </div>
  )
}
