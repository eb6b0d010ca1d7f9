import { type Advice, emptyChart } from '@facialis/language'
import type { PatientView, PlainValue } from '@facialis/wire'
import { assess, factOf } from '../../pathway.ts'

export type Mood = 'contact-today' | 'letter-line' | 'nothing'

/** The fields of a mood score: the total, and thoughts of self-harm. */
export const moodFields = ['phq9.total', 'phq9.item9'] as const

/** What advice asks for on account of mood; it never holds back an injection or an operation. */
export function moodIn({ nextSteps, alerts }: Pick<Advice, 'nextSteps' | 'alerts'>): Mood {
  if (nextSteps.some(({ id }) => id === 'mood-contact')) return 'contact-today'
  return alerts.some(({ id }) => id === 'mood-line-in-the-letter') ? 'letter-line' : 'nothing'
}

/** What a mood score asks for while it is typed: what the pathway calls for on it alone, whatever else is on record. */
export function moodAsks(
  typed: Readonly<Record<string, PlainValue | undefined>>,
  { today, policy }: Pick<PatientView, 'today' | 'policy'>,
): Mood {
  const fields = Object.fromEntries(
    moodFields.flatMap((id) => {
      const points = typed[id]
      return typeof points === 'number' && Number.isFinite(points) ? [[id, possible(id, points)]] : []
    }),
  )
  if (Object.keys(fields).length === 0) return 'nothing'
  const act = { kind: 'score', date: today, entries: [{ kind: 'score', date: today, fields }] } as const
  const live = assess({ chart: emptyChart, today, policy, act })
  if (!live.ok) throw new Error(`What a mood score asks for cannot be told: ${live.problem.sentence}`)
  return moodIn(live.advice)
}

/** A number that no score has is refused once it is saved; until then it asks for what the nearest one does, or the worse. */
function possible(id: string, points: number): number {
  const fact = factOf(id)
  if (fact?.type !== 'quantity') throw new Error(`${id} is no number that the pathway asks for`)
  return Math.min(fact.max, Math.max(fact.min, Math.ceil(points)))
}
