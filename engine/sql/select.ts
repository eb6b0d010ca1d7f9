/** One SELECT of people, or of the entries of a kind, at a stage: it asks those before it for what they found out. */
import { columnsOf } from './columns.ts'
import { createWriter } from './create-writer.ts'
import { type Draft, keys, type Source } from './draft.ts'
import { type Output, type ScopeText, writeScope } from './scope.ts'
import type { SqlWriter } from './sql-writer.ts'

export type Step = Readonly<{ name: string; hint: string; select: string }>

type Selecting = Readonly<{
  /** Null for people. */
  entryKind: number | null
  stage: number
  write: (writer: SqlWriter) => readonly Output[]
  ending?: string
}>

/** Steps and, last, the result, whose name its caller gives. */
export function selectOf(
  draft: Draft,
  { entryKind, stage, write, ending = '' }: Selecting,
): readonly [...Step[], Step] {
  const { plan, dialect, name } = draft
  const columns = columnsOf(plan, entryKind)
  const joinedSources = new Set<Source>()
  let usesParameters = entryKind === null
  const context = { entryKind, stage, columns, joinedSources, useParameters: () => (usesParameters = true) }
  const result: ScopeText = writeScope(
    (scope, isEarnest) => write(createWriter(draft, { ...context, scope, isEarnest })),
    {
      dialect,
      name,
      keys,
    },
  )
  for (const one of joinedSources) one.uses++
  const from = fromText(draft, { entryKind, table: columns.table.name, joinedSources, usesParameters })
  const stepNames = result.steps.map((_, step) => name(`${columns.table.name}_${stage}_${step + 1}`))
  const { hint, ending: stepEnding, isWithin } = dialect.step
  const made: Step[] = []
  let below = from
  for (const [step, select] of result.steps.entries()) {
    const own: Step = {
      name: stepNames[step] as string,
      hint,
      select: `SELECT ${select.join(',\n    ')}\n  ${below}${stepEnding}`,
    }
    below = isWithin ? `FROM (\n  ${own.select}\n  ) AS ${own.name}` : `FROM ${own.name}`
    if (!isWithin) made.push(own)
  }
  const outputs = [...keys, ...result.outputs.map(aliased)].join(',\n    ')
  return [...made, { name: '', hint: '', select: `SELECT ${outputs}\n  ${below}${ending}` }]
}

type From = Readonly<{
  entryKind: number | null
  table: string
  joinedSources: ReadonlySet<Source>
  usesParameters: boolean
}>

/**
 * People come with those of an earlier SELECT, who are the same; what was said of their entries some have and others not.
 * PostgreSQL knows nothing of how many there are, and would look through all of them for each if it were free to.
 */
function fromText(
  { dialect, people, names }: Draft,
  { entryKind, table, joinedSources, usesParameters }: From,
): string {
  const using = `USING (${keys.join(', ')})`
  const isOfPeople = (source: Source): boolean => [...people.values()].includes(source)
  const ofPeople = [...joinedSources].filter(isOfPeople)
  const ofEntries = [...joinedSources].filter((source) => !isOfPeople(source)).map(({ name }) => name)
  const [first, ...others] = ofEntries
  const together = [first, ...others.map((other) => `${other} ${using}`)].join('\n    FULL JOIN ')
  const isTogether = dialect.inPortions && others.length > 0
  const isFree = dialect.inPortions || entryKind !== null
  return [
    `FROM ${table}`,
    ...(usesParameters ? [`CROSS JOIN ${names.table}`] : []),
    ...ofPeople.map(({ name }) => `${isFree ? 'JOIN' : 'LEFT JOIN'} ${name} ${using}`),
    ...(isTogether && entryKind === null ? [`(\n    SELECT * FROM ${together}\n  ) AS of_entries`] : ofEntries).map(
      (name) => `LEFT JOIN ${name} ${using}`,
    ),
    ...(entryKind === null && (ofPeople.length === 0 || !isFree) ? [`WHERE as_of = ${names.day}`] : []),
  ].join('\n  ')
}

const aliased = ({ text, name }: Output): string => (text === name ? name : `${text} AS ${name}`)
