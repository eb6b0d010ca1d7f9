import { type Alert, alert, all, any, established, is, not, some } from '@facialis/language'
import { emergencyList, postOperativeList, unsettled } from '../decisions/complaints.ts'
import { flags } from '../decisions/rule-outs.ts'
import { score, symptom } from '../entries/index.ts'
import { A15, A15a, A24, A27, K13, K23, K55, K62, K83a, K98, K99, S13 } from '../sources/index.ts'
import { complaint } from '../steps/complaints.ts'
import { asksForContact, contacted } from '../steps/mood.ts'

const there = (where: Parameters<typeof some>[1]) => established(some(symptom, where))
const open = (kind: 'facial-weakness' | 'ptosis' | 'speech') => all(is(symptom.fields.kind, kind), unsettled)

/** Fixed words: read aloud on the phone, never computed. */
const call = 'Call the emergency number now; do not wait for this clinic.'

export const emergencyAlerts: readonly Alert[] = [
  alert(
    'emergency-flag',
    {
      severity: 'critical',
      when: established(flags.emergencyApartFromComplaints),
      text: `Emergency sign: sudden weakness, trouble speaking, altered awareness, continuous jerks, sudden palsy or thunderclap headache. ${call} Nothing is booked here until it is resolved.`,
      rules: ['RF-03'],
    },
    K23,
    A15,
  ),
  alert(
    'urgent-flag',
    {
      severity: 'critical',
      when: all(established(flags.urgentFlagOpen), not(established(flags.emergencyFlag))),
      text: 'An urgent red flag is open: seen within two days; sudden hearing loss within one; today, blisters with palsy or a sudden palsy older than a day. Every offer stays shut and no exception covers it.',
      rules: ['RF-02', 'FU-04'],
    },
    A15,
    K13,
    S13,
  ),
  alert(
    'droop-with-slurred-speech',
    {
      severity: 'critical',
      when: all(there(open('speech')), there(any(open('facial-weakness'), open('ptosis')))),
      text: `A drooping face with slurred speech is a stroke until shown otherwise, whenever toxin was given. ${call}`,
      rules: ['RF-03', 'BT-11'],
    },
    K23,
    A15,
  ),
  alert(
    'toxin-spread',
    {
      severity: 'critical',
      when: there(complaint.spreading),
      text: `The medicine weakens small muscles on purpose. It can spread. Breathing, swallowing or speech trouble is an emergency. ${call}`,
      rules: ['BT-11'],
    },
    K55,
    K62,
  ),
  alert(
    'emergency-after-surgery',
    {
      severity: 'critical',
      when: there(complaint.afterSurgery),
      text: `After the operation each of these is an emergency: ${postOperativeList}, ${emergencyList}. ${call}`,
      rules: ['SX-10'],
    },
    A15a,
    K83a,
  ),
  alert(
    'emergency-complaint',
    {
      severity: 'critical',
      when: there(complaint.anyTime),
      text: `Never put down to toxin or spasm: ${emergencyList}. ${call}`,
      rules: ['RF-03'],
    },
    K23,
    A15,
  ),
  alert(
    'eye-today',
    {
      severity: 'warning',
      when: there(complaint.eye),
      text: 'A red, painful or light-sensitive eye, reduced vision or an eye that will not close: ophthalmologist today; lubricate the eye and tape it shut. It re-opens no rule-out.',
      rules: ['BT-14'],
    },
    A15a,
  ),
  alert(
    'weakness-after-surgery',
    {
      severity: 'warning',
      when: there(complaint.delayedPalsy),
      text: 'Weakness between day 2 and day 44 after the operation: see promptly, exclude a stroke first, protect the eye. Delayed palsy recovers in nearly all.',
      rules: ['SX-09'],
    },
    K99,
    A24,
  ),
  alert(
    'hearing-after-surgery',
    {
      severity: 'warning',
      when: there(complaint.hearingAfterSurgery),
      text: 'Hearing changed after the operation: urgent audiogram and ear-nose-throat review.',
      rules: ['SX-11'],
    },
    K98,
  ),
  alert(
    'mood',
    {
      severity: 'critical',
      when: all(established(some(score, asksForContact)), not(established(contacted))),
      text: 'The mood questionnaire asks for a person to make contact the same working day; local crisis numbers at once. It holds back no treatment.',
      rules: ['FU-03'],
    },
    A27,
  ),
]
