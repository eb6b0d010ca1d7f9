/** One SELECT of people, or of the entries of a kind, at a stage: it asks those before it for what they found out. */
import { columnsOf } from './columns.ts'
import { type Drafting, keys, type Source } from './drafting.ts'
import { type Output, type Written, written } from './scope.ts'
import type { Writing } from './writing.ts'
import { writingIn } from './writing-in.ts'

export type Step = Readonly<{ name: string; hint: string; select: string }>

type Selecting = Readonly<{
  /** Null for people. */
  entryKind: number | null
  stage: number
  write: (writing: Writing) => readonly Output[]
  ending?: string
}>

/** Steps and, last, the result, whose name its caller gives. */
export function selectOf(
  drafting: Drafting,
  { entryKind, stage, write, ending = '' }: Selecting,
): readonly [...Step[], Step] {
  const { plan, dialect, name } = drafting
  const columns = columnsOf(plan, entryKind)
  const joined = new Set<Source>()
  let usesAsking = entryKind === null
  const context = { entryKind, stage, columns, joined, useAsking: () => (usesAsking = true) }
  const result: Written = written((scope, isEarnest) => write(writingIn(drafting, { ...context, scope, isEarnest })), {
    dialect,
    name,
    keys,
  })
  for (const one of joined) one.uses++
  const from = fromText(drafting, { entryKind, table: columns.table.name, joined, usesAsking })
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

type From = Readonly<{ entryKind: number | null; table: string; joined: ReadonlySet<Source>; usesAsking: boolean }>

/**
 * People come with those of an earlier SELECT, who are the same; what was said of their entries some have and others not.
 * PostgreSQL knows nothing of how many there are, and would look through all of them for each if it were free to.
 */
function fromText({ dialect, people, names }: Drafting, { entryKind, table, joined, usesAsking }: From): string {
  const using = `USING (${keys.join(', ')})`
  const isOfPeople = (source: Source): boolean => [...people.values()].includes(source)
  const ofPeople = [...joined].filter(isOfPeople)
  const ofEntries = [...joined].filter((source) => !isOfPeople(source)).map(({ name }) => name)
  const [first, ...others] = ofEntries
  const together = [first, ...others.map((other) => `${other} ${using}`)].join('\n    FULL JOIN ')
  const isTogether = dialect.inPortions && others.length > 0
  const isFree = dialect.inPortions || entryKind !== null
  return [
    `FROM ${table}`,
    ...(usesAsking ? [`CROSS JOIN ${names.table}`] : []),
    ...ofPeople.map(({ name }) => `${isFree ? 'JOIN' : 'LEFT JOIN'} ${name} ${using}`),
    ...(isTogether && entryKind === null ? [`(\n    SELECT * FROM ${together}\n  ) AS of_entries`] : ofEntries).map(
      (name) => `LEFT JOIN ${name} ${using}`,
    ),
    ...(entryKind === null && (ofPeople.length === 0 || !isFree) ? [`WHERE as_of = ${names.day}`] : []),
  ].join('\n  ')
}

const aliased = ({ text, name }: Output): string => (text === name ? name : `${text} AS ${name}`)
