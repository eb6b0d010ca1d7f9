import { type Checked, checksOf, heeded } from '@facialis/engine'
import { readSessionMap } from '@facialis/knowledge/session-map.ts'
import type { Chart, Day, EntryRecord, Pathway, Policy } from '@facialis/language'
import { type Refusal, refuse } from '../core/refusal.ts'

export type SessionAsking = Readonly<{
  pathway: Pathway
  /** As committed before the act, with what the act states beside the session. */
  chart: Chart
  today: Day
  policy: Policy
  /** The second press was given. */
  confirmed: boolean
  /** Path to the entry in what was sent. */
  where: string
}>

/** Whether a session of ours may be signed: the checks of the pathway, as refusals. @returns the first thing wrong, or null */
export function checkSession(session: EntryRecord, asking: SessionAsking): Refusal | null {
  const { pathway, chart, today, policy, confirmed, where } = asking
  const map = session.fields['session.map']
  const read = map && 'text' in map ? readSessionMap(map.text) : null
  if (read?.ok === false) return refuse(422, 'bad-map', read.sentence, { where: `${where}.fields["session.map"]` })
  const { stop, confirm } = heeded(checksOf(pathway, chart, session, { asOf: today, policy }))
  const place = ({ field }: Checked) => {
    const isOfPerson = pathway.facts.some(({ id }) => id === field)
    return `${isOfPerson ? 'facts' : `${where}.fields`}[${JSON.stringify(field)}]`
  }
  const [first, ...others] = stop
  if (first)
    return refuse(422, first.code, first.text, {
      where: place(first),
      ...(others.length === 0 ? {} : { reasons: others.map(asReason) }),
    })
  const [asked] = confirm
  if (!asked || confirmed) return null
  // One second press answers all of them, so all of them are said.
  const sentence = `${confirm.map(({ text }) => text).join(' ')} Confirm to go on.`
  return refuse(422, 'confirm', sentence, { where: place(asked) })
}

const asReason = ({ id, passages, text }: Checked) => ({ rule: id, passage: passages[0] ?? '', text })
