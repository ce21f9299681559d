/** Ways to reach somebody: each opens the program that calls, writes, or shows it. */
import { addressLine } from './address-line.ts'
import type { KindProps } from './cell.tsx'
import { useReader } from './use-reader.ts'

interface ReachProps {
  href: string
  text: string
  unlinked: boolean
}

function Reach({ href, text, unlinked }: ReachProps) {
  if (unlinked) return <>{text}</>
  const outside = href.startsWith('http') ? { target: '_blank', rel: 'noopener noreferrer' } : {}
  return (
    <a href={href} {...outside}>
      {text}
    </a>
  )
}

export function PhoneCell({ value, unlinked }: KindProps) {
  const number = String(value)
  return <Reach href={`tel:${number.replace(/[^\d+]/g, '')}`} text={number} unlinked={unlinked} />
}

export function EmailCell({ value, unlinked }: KindProps) {
  return <Reach href={`mailto:${String(value)}`} text={String(value)} unlinked={unlinked} />
}

export function UrlCell({ value, unlinked }: KindProps) {
  const text = String(value)
  const isWeb = /^https?:\/\//i.test(text)
  return (
    <Reach href={text} text={text.replace(/^https?:\/\//i, '')} unlinked={unlinked || !isWeb} />
  )
}

export function AddressCell({ value }: KindProps) {
  return <>{addressLine(value, useReader().locale)}</>
}
