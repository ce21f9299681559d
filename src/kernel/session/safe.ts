/** The safe of the house: what is put into it only the program reads again. */
import { seal, unseal } from './seal.ts'

export interface Safe {
  /** @param owner whose secret it is; for another one the sealed text does not open */
  seal(owner: string, text: string): string
  /** @throws {Error} for another key of the house, another owner, or a changed text */
  open(owner: string, sealed: string): string
}

/** @param secretKey of the house; without one nothing is sealed and nothing opened */
export function openSafe(secretKey: Buffer | undefined): Safe {
  const key = (): Buffer => {
    if (!secretKey || secretKey.length === 0) throw new Error('This process has no secret key')
    return secretKey
  }
  return {
    seal: (owner, text) => seal(key(), owner, text),
    open: (owner, sealed) => unseal(key(), owner, sealed),
  }
}
