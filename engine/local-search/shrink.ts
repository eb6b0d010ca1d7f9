import type { Chart, EntryRecord, Pathway } from '@facialis/language'
import { judgedWhole } from './judgements.ts'

/** Shrinks a chart to a minimal one: removes every entry, field, statement and screen without which `isEnough` still holds. */
export function shrink(pathway: Pathway, chart: Chart, isEnough: (chart: Chart) => boolean): Chart {
  const holds = (now: Chart): boolean => now.entries.every((one) => judgedWhole(pathway, one)) && isEnough(now)
  const entries = fewer(chart.entries, (left) => holds({ ...chart, entries: left }))
  const bare = entries.reduce((so, { id }) => withFewerFields(so, id, holds), { ...chart, entries })
  const observations = fewer(bare.observations, (left) => holds({ ...bare, observations: left }))
  const said = { ...bare, observations }
  return { ...said, screens: fewer(said.screens, (left) => holds({ ...said, screens: left })) }
}

/** Without each that is not needed, one after the other. */
function fewer<T>(all: readonly T[], isEnough: (left: readonly T[]) => boolean): readonly T[] {
  let left = all
  for (const one of all) {
    const others = left.filter((other) => other !== one)
    if (isEnough(others)) left = others
  }
  return left
}

function withFewerFields(chart: Chart, id: string, holds: (chart: Chart) => boolean): Chart {
  const record = chart.entries.find((one) => one.id === id) as EntryRecord
  const withFields = (fields: readonly (readonly [string, EntryRecord['fields'][string]])[]): Chart => ({
    ...chart,
    entries: chart.entries.map((one) => (one.id === id ? { ...one, fields: Object.fromEntries(fields) } : one)),
  })
  return withFields(fewer(Object.entries(record.fields), (left) => holds(withFields(left))))
}
