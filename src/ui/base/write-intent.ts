/** What a person wants to change, and the request that asks the server for it. */
import type { ActionBody } from '#kernel/http/wire.ts'

export type WriteIntent =
  | { kind: 'create'; entity: string; values: Record<string, unknown> }
  | {
      kind: 'update'
      entity: string
      id: string
      /** The version the person saw; the server refuses when it is no longer the present one. */
      version: number
      values: Record<string, unknown>
    }
  | { kind: 'delete'; entity: string; id: string; version?: number }
  | { kind: 'restore'; entity: string; id: string }
  /** An action on one record, or without `id` on the whole collection. */
  | { kind: 'act'; entity: string; id?: string; action: string; body: ActionBody }

export interface WriteRequest {
  method: 'post' | 'patch' | 'delete'
  path: string
  body: unknown
}

export function requestOfWrite(intent: WriteIntent): WriteRequest {
  const home = `/api/${intent.entity}`
  switch (intent.kind) {
    case 'create':
      return { method: 'post', path: home, body: intent.values }
    case 'update':
      return {
        method: 'patch',
        path: `${home}/${intent.id}`,
        body: { version: intent.version, ...intent.values },
      }
    case 'delete': {
      const body = intent.version === undefined ? undefined : { version: intent.version }
      return { method: 'delete', path: `${home}/${intent.id}`, body }
    }
    case 'restore':
      return { method: 'post', path: `${home}/${intent.id}/restore`, body: {} }
    default: {
      const target = intent.id === undefined ? home : `${home}/${intent.id}`
      return { method: 'post', path: `${target}/${intent.action}`, body: intent.body }
    }
  }
}
