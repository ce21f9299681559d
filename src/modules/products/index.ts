/** Products: goods and services, their categories, units and prices. */
import { defineModule } from '#kernel/module.ts'
import { Product, ProductCategory, ProductPrice, Unit } from './product.entity.ts'

export { costReaders, Product, ProductCategory, ProductPrice, Unit } from './product.entity.ts'

export { seedUnits } from './default-units.ts'

export default defineModule({
  name: 'products',
  label: 'Products',
  needs: ['people'],
  capabilities: [172],
  entities: [ProductCategory, Unit, Product, ProductPrice],
  menu: [
    { group: 'Goods', open: 'product' },
    { group: 'Goods', open: 'product-category' },
    { group: 'Goods', open: 'unit' },
  ],
})
