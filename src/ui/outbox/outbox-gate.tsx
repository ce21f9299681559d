/** Opens the outbox of whoever is signed in, and sends what waits as soon as that is possible. */
import { useAsOf } from '#ui/base/as-of.ts'
import { useHouse } from '#ui/base/house.tsx'
import { refreshAll } from '#ui/base/queries.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { ownerOf } from './entry.ts'
import { openOutbox, useOutbox } from './outbox.ts'
import { sendWaiting } from './send.ts'

const pulse = 15_000

export function OutboxGate() {
  const { company, user } = useHouse()
  const owner = ownerOf(company.id, user.id)
  useEffect(() => {
    void openOutbox(owner).then(sendWaiting)
    return () => void openOutbox(null)
  }, [owner])
  useSending()
  useArrivals()
  return null
}

/** When the line is back, and now and then while something waits. */
function useSending(): void {
  const isOut = useAsOf() !== null
  const isWaiting = useOutbox().entries.some((entry) => !entry.refused)
  useEffect(() => {
    if (!isWaiting) return undefined
    const send = () => void sendWaiting()
    if (!isOut) send()
    addEventListener('online', send)
    const timer = setInterval(send, pulse)
    return () => {
      removeEventListener('online', send)
      clearInterval(timer)
    }
  }, [isOut, isWaiting])
}

/** What has arrived shows everywhere. */
function useArrivals(): void {
  const queries = useQueryClient()
  const count = useOutbox().entries.length
  const before = useRef(count)
  useEffect(() => {
    if (count < before.current) refreshAll(queries)
    before.current = count
  }, [count, queries])
}
