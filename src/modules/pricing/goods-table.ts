/** The table of goods on a printed form: what, how much, at which price. */
import type { Ctx } from '#kernel/action/ctx.ts'
import type { Locale } from '#kernel/http/wire.ts'
import { formatDecimal, minorUnits } from '#kernel/money/currency.ts'
import { isZero, normal, type Decimal } from '#kernel/money/decimal.ts'
import type { PrintColumn, PrintForm } from '#kernel/print/form.ts'
import { Product, Unit } from '#modules/products/index.ts'

export interface PrintedLine {
  product: string
  description?: string | null
  quantity: Decimal
  unit?: string | null
  unitPrice?: Decimal
  discountPercent?: Decimal | null
  taxPercent?: Decimal
  net?: Decimal
  gross?: Decimal
}

export interface Language {
  locale: Locale
  t: (english: string) => string
}

type Table = Pick<PrintForm, 'columns' | 'rows'>

/** Goods and quantities alone, as on a delivery note. */
export async function goodsTable(
  ctx: Ctx,
  lines: readonly PrintedLine[],
  { locale, t }: Language,
): Promise<Table> {
  const [products, units] = await namesOf(ctx, lines)
  const rows = lines.map((line, index) => {
    const product = products.get(line.product)
    const unit = units.get(line.unit ?? product?.unit ?? '')
    return {
      line: String(index + 1),
      code: product?.code ?? '',
      name: [line.description ?? product?.name ?? '', product?.spec ?? '']
        .filter(Boolean)
        .join('\n'),
      quantity: [formatDecimal(line.quantity, locale), unit ?? ''].join(' ').trim(),
    }
  })
  const columns: PrintColumn[] = [
    { key: 'line', label: t('No.'), align: 'center' },
    { key: 'code', label: t('Product code') },
    { key: 'name', label: t('Product'), width: '1fr' },
    { key: 'quantity', label: t('Quantity'), align: 'right' },
  ]
  return { columns, rows }
}

/** With price and amount; the discount only where there is one. */
export async function pricedTable(
  ctx: Ctx,
  document: { currency: string; priceIncludesTax: boolean; lines: readonly PrintedLine[] },
  language: Language,
): Promise<Table> {
  const { locale, t } = language
  const { lines, currency, priceIncludesTax } = document
  const goods = await goodsTable(ctx, lines, language)
  const hasDiscount = lines.some((line) => !isZero(line.discountPercent ?? '0'))
  const places = minorUnits(currency)
  const rows = goods.rows.map((row, index) => {
    const line = lines[index]
    const amount = (priceIncludesTax ? line?.gross : line?.net) ?? '0'
    return {
      ...row,
      price: formatDecimal(line?.unitPrice ?? '0', locale, atLeast(line?.unitPrice, places)),
      discount: isZero(line?.discountPercent ?? '0')
        ? ''
        : `${normal(line?.discountPercent ?? '0')}%`,
      tax: `${normal(line?.taxPercent ?? '0')}%`,
      amount: formatDecimal(amount, locale, { places }),
    }
  })
  const columns: PrintColumn[] = [
    ...goods.columns,
    { key: 'price', label: t('Unit price'), align: 'right' },
    ...(hasDiscount ? [{ key: 'discount', label: t('Discount'), align: 'right' } as const] : []),
    { key: 'tax', label: t('Tax %'), align: 'right' },
    { key: 'amount', label: priceIncludesTax ? t('Gross') : t('Net'), align: 'right' },
  ]
  return { columns, rows }
}

/** Prices keep their own places, amounts those of the currency. */
function atLeast(price: Decimal | undefined, places: number): { places: number } {
  const own = normal(price ?? '0').split('.')[1]?.length ?? 0
  return { places: Math.max(own, places) }
}

async function namesOf(ctx: Ctx, lines: readonly PrintedLine[]) {
  const ids = [...new Set(lines.map((line) => line.product))]
  const [products, units] = await Promise.all([
    ctx.list(Product, { id: { in: ids } }),
    ctx.list(Unit, {}),
  ])
  return [
    new Map<string, Product>(products.map((product) => [product.id, product])),
    new Map<string, string>(units.map((unit) => [unit.id, unit.name])),
  ] as const
}
