/** Puts a text on the clipboard, and says that it is there. */
import { useT } from '#ui/base/house.tsx'
import { Button } from 'antd'
import type { ButtonProps } from 'antd'
import { useState } from 'react'

interface CopyButtonProps extends Pick<ButtonProps, 'size' | 'icon' | 'aria-label'> {
  text: string
  /** Where 'Copy' does not say what. */
  label?: string
}

export function CopyButton({ text, label, ...look }: CopyButtonProps) {
  const t = useT()
  const [isCopied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(text)
    setCopied(true)
  }
  return (
    <Button {...look} onClick={copy}>
      {isCopied ? t('Copied') : (label ?? t('Copy'))}
    </Button>
  )
}
