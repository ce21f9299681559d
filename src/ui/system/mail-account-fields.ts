/** What a mail account is made of, and the port that goes with each kind of security. */
import type { FieldMeta } from '#kernel/http/wire.ts'
import { useT } from '#ui/base/house.tsx'
import { askedField } from '#ui/shell/settings/asked-field.ts'
import { useMemo } from 'react'

const usualPorts: Record<string, string> = { tls: '465', starttls: '587', none: '25' }

/** A port that somebody chose on purpose stays. */
export function portFor(security: unknown, port: unknown): unknown {
  const isUsual = Object.values(usualPorts).includes(String(port))
  return isUsual ? (usualPorts[String(security)] ?? port) : port
}

export function useAccountFields(): FieldMeta[] {
  const t = useT()
  return useMemo(() => {
    const free = { required: false }
    const options = [
      { value: 'tls', label: t('TLS, usually port 465') },
      { value: 'starttls', label: t('STARTTLS, usually port 587') },
      { value: 'none', label: t('none, only inside your own network') },
    ]
    return [
      askedField('host', 'text', t('Mail server'), {
        maxLength: 253,
        help: t('Your mail provider tells it, often it begins with smtp.'),
      }),
      askedField('security', 'choice', t('Security'), { options }),
      // A name rather than a figure: it is not written with thousands.
      askedField('port', 'text', t('Port'), { maxLength: 5 }),
      askedField('user', 'text', t('User name'), {
        ...free,
        maxLength: 200,
        help: t('Empty where the server asks for none.'),
      }),
      askedField('password', 'text', t('Password'), { ...free, maxLength: 500 }),
      askedField('senderAddress', 'email', t('Sender address')),
      askedField('senderName', 'text', t('Sender name'), {
        ...free,
        maxLength: 120,
        help: t('What receivers see as the sender.'),
      }),
    ]
  }, [t])
}
