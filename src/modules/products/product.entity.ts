/** What we sell: goods and services, with unit, price, tax and bar code. */
import { defineEntity, type Row } from '#kernel/entity/entity.ts'
import { f } from '#kernel/field/f.ts'

/** Who keeps the product files. */
export const masters = ['sales-lead', 'manager', 'buyer'] as const
/** Cost is the company's secret: those who sell see prices, and so does every new role. */
export const costReaders = ['buyer', 'finance', 'manager'] as const

export const ProductCategory = defineEntity('product-category', {
  label: { one: 'Category', many: 'Categories' },
  purpose: 'Sorts products into a tree, so that lists and reports can be read by branch.',
  title: 'name',
  icon: 'category',
  fields: {
    name: f.text({ required: true, unique: true, search: true, alias: ['Category name'] }),
    code: f.text({
      unique: true,
      search: true,
      maxLength: 40,
      help: 'Your own code, e.g. from another program.',
      alias: ['Category ID', '類別代號', '分類代號'],
    }),
    parent: f.ref('product-category', { label: 'Part of' }),
    note: f.longText({ alias: ['Description'] }),
  },
  access: {
    read: ['everyone'],
    create: masters,
    update: masters,
    delete: masters,
    export: masters,
    import: masters,
  },
  list: { columns: ['name', 'code', 'parent'], sort: 'name' },
  form: [['name', 'code'], 'parent', 'note'],
})

export const Unit = defineEntity('unit', {
  label: { one: 'Unit', many: 'Units' },
  purpose: 'What a quantity counts, such as piece, box or kilogram. Each product has one.',
  title: 'name',
  icon: 'ruler',
  fields: {
    name: f.text({ required: true, unique: true, search: true }),
    places: f.integer({ default: 0, min: '0', max: '6', required: true, label: 'Decimal places' }),
  },
  access: {
    read: ['everyone'],
    create: masters,
    update: masters,
    delete: masters,
    import: masters,
    export: masters,
  },
  list: { columns: ['name', 'places'], sort: 'name' },
})

export const Product = defineEntity('product', {
  label: { one: 'Product', many: 'Products' },
  purpose: 'The goods and services you buy, keep and sell, with units, prices and bar codes.',
  title: 'name',
  subtitle: ['code', 'spec'],
  icon: 'package',
  fields: {
    code: f.text({
      required: true,
      unique: true,
      search: true,
      maxLength: 60,
      alias: ['Product ID', 'SKU', '料號', '商品編碼'],
    }),
    name: f.text({
      required: true,
      search: true,
      maxLength: 200,
      alias: ['Product name', '品名', '商品名稱'],
    }),
    spec: f.text({
      label: 'Specification',
      search: true,
      maxLength: 200,
      alias: ['Quantity per unit', '規格'],
    }),
    category: f.ref('product-category', { alias: ['Category ID'] }),
    unit: f.ref('unit'),
    kind: f.choice(['goods', 'service'], { default: 'goods', required: true, ownChoices: 'named' }),
    price: f.money({
      places: 6,
      min: '0',
      required: true,
      default: '0',
      help: 'Without tax, in base currency.',
      alias: ['Unit price', '單價'],
    }),
    taxPercent: f.percent({
      places: 4,
      min: '0',
      max: '100',
      default: '5',
      required: true,
      label: 'Tax %',
    }),
    barcode: f.text({ unique: true, search: true, maxLength: 60, label: 'Bar code' }),
    minStock: f.decimal({ min: '0', label: 'Safety stock', alias: ['Reorder level', '安全庫存'] }),
    picture: f.picture(),
    supplierName: f.text({ label: 'Supplier' }),
    active: f.boolean({ default: true, label: 'For sale' }),
    note: f.longText(),
  },
  access: {
    read: ['everyone'],
    create: masters,
    update: masters,
    delete: masters,
    export: masters,
    import: masters,
    merge: masters,
  },
  list: {
    columns: ['code', 'name', 'spec', 'category', 'unit', 'price', 'active'],
    sort: 'code',
    tabs: { 'For sale': { active: true }, All: {} },
  },
  duplicates: { code: 'code', name: 'item', spec: 'spec' },
  form: [
    ['code', 'name'],
    ['spec', 'category', 'unit'],
    ['price', 'taxPercent'],
    ['kind', 'active', 'minStock'],
    ['barcode', 'supplierName'],
    'picture',
    'note',
  ],
})
export interface Product extends Row<typeof Product> {}

export const ProductPrice = defineEntity('product-price', {
  label: { one: 'Price', many: 'Prices' },
  title: 'product',
  icon: 'tag',
  fields: {
    product: f.ref('product', { required: true }),
    currency: f.currency({ default: 'base', required: true }),
    fromQuantity: f.decimal({ default: '1', min: '0', required: true }),
    price: f.money({
      currency: 'currency',
      places: 6,
      min: '0',
      required: true,
      help: 'Without tax.',
    }),
    validFrom: f.date(),
    validUntil: f.date(),
  },
  access: {
    read: ['everyone'],
    create: masters,
    update: masters,
    delete: masters,
    export: masters,
    import: masters,
  },
  list: {
    columns: ['product', 'currency', 'fromQuantity', 'price', 'validFrom', 'validUntil'],
    sort: '-createdAt',
  },
})
