import { type Decision, formatDay, formatSpan, type Span } from '@facialis/language'
import type { Case } from './on-the-day.ts'

const named = new Set(['fact', 'entry', 'policy', 'decision'])

/** A node without the declarations it mentions: only their ids. */
const short = (node: unknown): string =>
  JSON.stringify(node, (key, value: unknown) => {
    if (key === 'because' || key === 'text' || key === 'provenance' || key === 'unverified') return undefined
    const isNamed = typeof value === 'object' && value !== null && 'kind' in value && 'id' in value
    return isNamed && named.has(String(value.kind)) ? value.id : value
  })

const order = (d: Decision): string => (d.boldness ? JSON.stringify(d.boldness) : `or ${d.undetermined}`)
const on = (date: Span | null): string => (date === null ? 'undated' : formatSpan(date))

/** A case as a person can read it when the two evaluators differ. */
export const written = ({ pathway, chart, asking }: Case): string =>
  [
    `asked for ${formatDay(asking.asOf)} with ${JSON.stringify(asking.policy)}`,
    ...pathway.decisions.map((d) => `  ${d.id} (${d.scope}, ${order(d)}): ${short(d.body)}`),
    ...pathway.screens.map((s) => `  ${s.id} over ${s.facts.map((f) => f.id).join(' ')}`),
    ...pathway.entries.map((e) => `  ${e.id} fills ${short(e.fills)}`),
    ...pathway.facts.map(
      (f) =>
        `  ${f.id}: adverse ${JSON.stringify(f.adverse)}, good for ${f.goodFor?.id ?? 'ever'}, asked ${f.askedAt}, else ${JSON.stringify(f.unrecorded)}`,
    ),
    'chart',
    ...chart.observations.map((o) => `  ${on(o.date)} ${o.fact} ${JSON.stringify(o.value)}`),
    ...chart.screens.map((s) => `  ${on(s.date)} ${s.screen}`),
    ...chart.entries.map(
      (e) =>
        `  ${on(e.date)} ${e.id} ${e.withdrawn ? 'withdrawn ' : ''}supersedes [${e.supersedes}] ${JSON.stringify(e.fields)}`,
    ),
  ].join('\n')
