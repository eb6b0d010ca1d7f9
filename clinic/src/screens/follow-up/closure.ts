import type { Advice } from '@facialis/language'
import type { Act } from '@facialis/wire'

export type Closing = Readonly<{ how: string | null; reason: string; wayBack: string }>
export const nothingClosed: Closing = { how: null, reason: '', wayBack: '' }

/** Who died needs no way back; everybody else has one, with an owner. */
export const isWhole = ({ how, reason, wayBack }: Closing): boolean =>
  how !== null && reason.trim() !== '' && (how === 'deceased' || wayBack.trim() !== '')

type ClosureWords = Readonly<{
  how: (how: string) => string
  reason: (reason: string) => string
  wayBack: (wayBack: string) => string
}>

export const closureAct = (closing: Closing, today: string, say: ClosureWords): Act => ({
  kind: 'closure',
  date: today,
  facts: { 'episode.closed': closing.how },
  note: [
    say.how(closing.how ?? ''),
    say.reason(closing.reason.trim()),
    ...(closing.wayBack.trim() === '' ? [] : [say.wayBack(closing.wayBack.trim())]),
  ].join('\n'),
})

/** What closing would leave undone: alerts that are critical, and steps that are more than routine or overdue. */
export const stillWaiting = (advice: Advice): readonly string[] => [
  ...advice.alerts.filter((alert) => alert.severity === 'critical').map((alert) => alert.text),
  ...advice.nextSteps
    .filter((step) => step.state === 'overdue' || step.urgency === 'emergency' || step.urgency === 'urgent')
    .map((step) => step.label),
]
