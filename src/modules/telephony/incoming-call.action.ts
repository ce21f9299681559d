/** The telephone system tells that somebody calls: the agent sees who, while it rings. */
import { defineCollectionAction } from '#kernel/action/action.ts'
import { f } from '#kernel/field/f.ts'
import { agentOf, callOf, lineOf } from './known-call.ts'
import { PhoneCall } from './phone-call.entity.ts'
import { keptNumber, whoseNumber } from './whose-number.ts'

/** What the telephone system says of each call. */
export const toldFields = {
  callId: f.text({ required: true, maxLength: 200, label: 'Key of the call' }),
  number: f.text({ maxLength: 60, label: 'Telephone number', help: 'Empty: it was withheld.' }),
  extension: f.text({
    maxLength: 20,
    label: 'Telephone extension',
    help: 'Of the agent, as it stands with the user.',
  }),
  line: f.text({ maxLength: 60, label: 'Key of the line' }),
}

export const incomingCall = defineCollectionAction(PhoneCall, {
  name: 'incoming',
  label: 'Incoming call',
  // A key of an administrator that is narrowed to this; see docs/cti.md.
  allow: [],
  input: toldFields,
  async run(ctx, { callId, number, extension, line }) {
    const known = await callOf(ctx, callId)
    if (known) return { result: { id: known.id } }
    const [owner, kept] = [await agentOf(ctx, extension), keptNumber(number, ctx.country)]
    const { id } = await ctx.create(PhoneCall, {
      ...(await whoseNumber(ctx, kept, owner)),
      callId,
      number: kept,
      owner,
      direction: 'in',
      line: (await lineOf(ctx, line))?.id ?? null,
    })
    return { result: { id } }
  },
})
