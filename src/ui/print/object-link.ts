/** An address for something that is held in memory, given back when it is not shown any more. */
import { useEffect, useMemo } from 'react'

export function useObjectLink(blob: Blob | undefined): string | undefined {
  const link = useMemo(() => blob && URL.createObjectURL(blob), [blob])
  useEffect(
    () => () => {
      if (link) URL.revokeObjectURL(link)
    },
    [link],
  )
  return link
}
