/** One product with the demo company for all journeys; PRODUCT_URL names one that runs already. */
import type { TestProject } from 'vitest/node'
import { startProduct } from '../scenarios/product.ts'

declare module 'vitest' {
  interface ProvidedContext {
    productUrl: string
  }
}

export async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const running = process.env['PRODUCT_URL']
  if (running) {
    project.provide('productUrl', running)
    return undefined
  }
  const product = await startProduct('demo')
  project.provide('productUrl', product.url)
  return product.close
}
