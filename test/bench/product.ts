/** The program as its users start it, on the data of the bench. */
import type { Home } from './home.ts'
import { startServer, type Server } from './server.ts'

export function startProduct(home: Home): Promise<Server> {
  const environment = { DATA_DIR: home.dataDir, RATE_LIMIT: '0', LOG_LEVEL: 'warn' }
  return startServer('src/app/server.ts', environment, '/readyz')
}
