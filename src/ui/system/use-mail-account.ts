/** The mail account being filled in: kept, or tried as it stands without being kept. */
import type { AccountTried, MailAccountAnswer } from '#kernel/mail/account/answer.ts'
import { api } from '#ui/base/api.ts'
import { useT } from '#ui/base/house.tsx'
import { useUndoMessage } from '#ui/base/undo-message.tsx'
import type { Values } from '#ui/form/form-values.ts'
import { useForm } from '#ui/form/use-form.ts'
import { useSave } from '#ui/form/use-save.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { portFor, useAccountFields } from './mail-account-fields.ts'

const usual = { security: 'starttls', port: '587' }

export function useMailAccount(account: MailAccountAnswer['account']) {
  const t = useT()
  const queries = useQueryClient()
  const { showDone } = useUndoMessage()
  const form = useAccountForm(account)
  const saving = useSave<MailAccountAnswer>(form)
  const trying = useSave<AccountTried>(form)
  const [tried, setTried] = useState<AccountTried | null>(null)
  const save = async () => {
    trying.forget()
    const done = await saving.save((values) => api.patch('/api/mail-account', sentFrom(values)))
    if (!done) return
    form.change('password', '')
    queries.setQueryData(['mail-account'], done)
    showDone(t('Saved'))
    await queries.invalidateQueries({ queryKey: ['health'] })
  }
  const tryIt = async () => {
    setTried(null)
    saving.forget()
    setTried(await trying.save((values) => api.post('/api/mail-account/test', sentFrom(values))))
  }
  return { form, saving, save, trying, tryIt, tried }
}

function useAccountForm(account: MailAccountAnswer['account']) {
  const fields = useAccountFields()
  const base = account ? { ...account, port: String(account.port) } : usual
  const form = useForm({ fields, base, titles: {} })
  return {
    ...form,
    change: (name: string, value: unknown) => {
      form.change(name, value)
      if (name === 'security') form.change('port', portFor(value, form.values['port']))
    },
  }
}

/** A password that was not typed stays as it is kept; without a user there is none. */
function sentFrom(values: Values): Values {
  const { host, security, user = null, password, senderName = null, senderAddress } = values
  const typed = String(values['port'] ?? '').trim()
  const port = /^\d+$/u.test(typed) ? Number(typed) : typed
  const account = { host, port, security, user, senderName, senderAddress }
  if (user === null || user === '') return { ...account, password: null }
  return password ? { ...account, password } : account
}
