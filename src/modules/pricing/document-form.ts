/** What printed documents of trade share: head, customer, totals and the amount in words. */
import type { Ctx } from '#kernel/action/ctx.ts'
import { capitalAmount } from '#kernel/money/capital.ts'
import { formatMoney, minorUnits } from '#kernel/money/currency.ts'
import { abs, compare, isZero, type Decimal } from '#kernel/money/decimal.ts'
import type { PrintForm } from '#kernel/print/form.ts'
import { letterhead } from '#kernel/print/letterhead.ts'
import { formatAddress, type Address } from '#kernel/text/address.ts'
import { formatDate } from '#kernel/time/format.ts'
import { Customer } from '#modules/customers/index.ts'
import { User } from '#modules/people/index.ts'
import type { Language } from './goods-table.ts'

export interface Headed {
  number: string
  customer: string
  owner: string | null
  /** A delivery address goes before the customer's own. */
  shipName?: string | null
  shipTo?: Address | null
}

type Head = Pick<PrintForm, 'number' | 'company' | 'partner' | 'barcode' | 'locale' | 'labels'>

/** Who writes to whom, and the number as a bar code. */
export async function documentHead(
  ctx: Ctx,
  document: Headed,
  heading: string,
  { locale, t }: Language,
): Promise<Head> {
  const customer = await ctx.find(Customer, document.customer, { deleted: true })
  const address = document.shipTo ?? customer.address
  const taxId = customer.taxId === null ? '' : `${t('Tax ID')} ${customer.taxId}`
  const lines = [
    document.shipName ?? customer.name,
    address ? formatAddress(address, locale, { home: ctx.country }) : '',
    customer.phone ?? '',
    document.shipTo ? '' : taxId,
  ]
  return {
    number: document.number,
    company: await letterhead(ctx, locale, t),
    partner: { heading, lines: lines.filter((line) => line !== '') },
    barcode: document.number,
    locale,
    labels: { page: t('Page {x} of {y}') },
  }
}

/** Facts that are filled, dates as people read them. */
export function facts(
  { locale }: Language,
  given: readonly (readonly [label: string, value: string | null])[],
): PrintForm['facts'] {
  return given.flatMap(([label, value]) => {
    if (value === null || value === '') return []
    const isDay = /^\d{4}-\d{2}-\d{2}$/u.test(value)
    return [{ label, value: isDay ? formatDate(value, locale, { style: 'short' }) : value }]
  })
}

export async function nameOfUser(ctx: Ctx, id: string | null): Promise<string | null> {
  return id === null ? null : (await ctx.find(User, id, { deleted: true })).name
}

interface Totalled {
  currency: string
  net: Decimal
  tax: Decimal
  total: Decimal
  freight: Decimal | null
}

/** Freight, net, tax and total, and the total in capitals where the language has them. */
export function totals(
  document: Totalled,
  { locale, t }: Language,
): Pick<PrintForm, 'totals' | 'inWords'> {
  const { currency, net, tax, total, freight } = document
  const money = (amount: Decimal) => formatMoney(amount, currency, locale)
  const lines = [
    ...(isZero(freight ?? '0') ? [] : [{ label: t('Freight'), value: money(freight ?? '0') }]),
    { label: t('Net'), value: money(net) },
    { label: t('Tax'), value: money(tax) },
    { label: t('Total'), value: money(total), strong: true },
  ]
  const words = inCapitals(total, currency, locale)
  return { totals: lines, ...(words ? { inWords: `${t('Amount in words')}：${words}` } : {}) }
}

/** Capitals know cents at most, and amounts below ten thousand trillions. */
function inCapitals(total: Decimal, currency: string, locale: Language['locale']): string | null {
  if (locale === 'en' || minorUnits(currency) > 2) return null
  if (compare(abs(total), '10000000000000000') >= 0) return null
  return capitalAmount(total, currency, { script: locale })
}
