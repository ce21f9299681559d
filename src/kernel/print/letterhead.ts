/** Who writes: the company's name, address and numbers, as they stand at the head of a form. */
import type { Ctx } from '../action/ctx.ts'
import { companyOf } from '../company.ts'
import type { Locale } from '../http/wire.ts'
import { formatAddress, type Address } from '../text/address.ts'
import type { PrintForm } from './form.ts'

export async function letterhead(
  ctx: Ctx,
  locale: Locale,
  t: (english: string) => string,
): Promise<PrintForm['company']> {
  const { name, country, more } = await companyOf(ctx)
  const text = (key: string) => (typeof more[key] === 'string' ? more[key] : '')
  const address = more['address'] as Address | null | undefined
  const taxId = text('taxId')
  const lines = [
    address ? formatAddress(address, locale, { home: country }) : '',
    [text('phone'), text('email'), text('website')].filter(Boolean).join(' · '),
    taxId === '' ? '' : `${t('Tax ID')} ${taxId}`,
  ]
  return { name: text('legalName') || name, lines: lines.filter((line) => line !== '') }
}
