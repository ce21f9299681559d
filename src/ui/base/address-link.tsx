/** A link to a whole address of the program, with what stands behind its question mark. */
import { Link, useRouter } from '@tanstack/react-router'
import type { ReactNode } from 'react'

interface AddressLinkProps {
  href: string
  className?: string
  current?: boolean
  onClick?: (() => void) | undefined
  children: ReactNode
}

export function AddressLink(props: AddressLinkProps) {
  const { parseSearch } = useRouter().options
  const { pathname, search } = new URL(props.href, location.origin)
  return (
    <Link
      to={pathname}
      {...(search !== '' && { search: parseSearch(search) })}
      className={props.className}
      onClick={props.onClick}
      {...(props.current && { 'aria-current': 'page' as const })}
    >
      {props.children}
    </Link>
  )
}
