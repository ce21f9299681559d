/** Telephony: lines, results and calls; what the telephone system tells, and who is calling. */
import { defineModule } from '#kernel/module.ts'
import { CallResult } from './call-result.entity.ts'
import { endCall } from './end-call.action.ts'
import { fetchRecordingJob } from './fetch-recording.job.ts'
import { incomingCall } from './incoming-call.action.ts'
import { nameCaller, noteCall } from './note-call.action.ts'
import { PhoneCall } from './phone-call.entity.ts'
import { PhoneLine } from './phone-line.entity.ts'

export { CallResult } from './call-result.entity.ts'
export { endCall } from './end-call.action.ts'
export { fetchRecordingJob } from './fetch-recording.job.ts'
export { incomingCall } from './incoming-call.action.ts'
export { toldBySystem } from './known-call.ts'
export { nameCaller, noteCall } from './note-call.action.ts'
export { ownCalls, PhoneCall } from './phone-call.entity.ts'
export { PhoneLine } from './phone-line.entity.ts'
export { keptNumber, nobody, whoseAtAll, type Whose } from './whose-number.ts'
export { writeDown } from './write-down.ts'

export default defineModule({
  name: 'telephony',
  label: 'Telephony',
  needs: ['people', 'tasks', 'customers', 'contacts', 'leads'],
  capabilities: [36, 40, 93, 275],
  entities: [PhoneLine, CallResult, PhoneCall],
  actions: [incomingCall, endCall, nameCaller, noteCall],
  jobs: [fetchRecordingJob],
  menu: [
    { group: 'Customers', open: 'phone-call' },
    { group: 'Rules', open: 'call-result' },
    { group: 'Rules', open: 'phone-line' },
  ],
  messages: {
    'phone-call.recording-elsewhere':
      'The line of the call names no place for recordings, or another one than this.',
    'phone-call.with-nobody': 'Say first which customer or which lead it is.',
    'phone-call.is-written-down':
      'The call stands in a contact record with another customer. Change it there.',
  },
})
