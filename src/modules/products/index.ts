/** Products: goods and services, their categories, units and prices. */
import { defineModule } from '#kernel/module.ts'
import { checkPackingUnit, keepOwnUnit } from './keep-units.ts'
import { packingUnitLabels, productLabels } from './label.print.ts'
import { refuseUnlike } from './refuse-unlike.ts'
import { Product, ProductCategory, ProductPrice, Unit } from './product.entity.ts'
import { ProductUnit } from './product-unit.entity.ts'

export { costReaders, Product, ProductCategory, ProductPrice, Unit } from './product.entity.ts'

export { checkAgreed, checkLines, checkQuantities } from './check-quantities.ts'
export { countsOtherwise, packsOtherwise } from './keep-units.ts'
export { factorSql, measuresOf, stockQuantity, type Measured } from './measures.ts'
export { ProductUnit } from './product-unit.entity.ts'
export { seedUnits } from './default-units.ts'

export default defineModule({
  name: 'products',
  label: 'Products',
  needs: ['people'],
  capabilities: [172],
  entities: [ProductCategory, Unit, Product, ProductUnit, ProductPrice],
  prints: [productLabels, packingUnitLabels],
  menu: [
    { group: 'Goods', open: 'product' },
    { group: 'Goods', open: 'product-category' },
    { group: 'Goods', open: 'unit' },
  ],
  on: {
    'product-unit.create': checkPackingUnit,
    'product-unit.update': checkPackingUnit,
    'product.update': keepOwnUnit,
    'product.merge': refuseUnlike,
  },
  messages: {
    'product-unit.own': "This is the product's own unit.",
    'product-unit.no-own': 'The product has no unit of its own yet. Give it one first.',
    'product.has-packing-units': 'Remove the packing units of this product first.',
    'quantity.other-unit': 'The product is not counted in this unit. Add it as a packing unit.',
    'quantity.not-whole':
      "This comes to {quantity} of the product's own unit, which has {places} decimal places.",
    'product.unlike-kinds': '{product} and {other} are not both goods or both services.',
    'product.unlike-units': '{product} and {other} are counted in different units.',
  },
})
