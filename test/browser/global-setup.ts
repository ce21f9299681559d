/** A demo company for each journey under way; PRODUCT_URL names a product that runs already. */
import type { TestProject } from 'vitest/node'
import { startProduct } from '../scenarios/product.ts'

declare module 'vitest' {
  interface ProvidedContext {
    productUrls: string[]
  }
}

export async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const running = process.env['PRODUCT_URL']
  if (running) {
    project.provide('productUrls', [running])
    return undefined
  }
  // Journeys at the same time see nothing of each other: each worker has a product of its own.
  const count = project.config.maxWorkers
  const started = await Promise.allSettled(
    Array.from({ length: count }, () => startProduct('demo')),
  )
  const products = started.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
  const close = async () => {
    await Promise.all(products.map((product) => product.close()))
  }
  const failed = started.find((one) => one.status === 'rejected')
  if (failed) {
    await close()
    throw failed.reason
  }
  project.provide(
    'productUrls',
    products.map(({ url }) => url),
  )
  return close
}
