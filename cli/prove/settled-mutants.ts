import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Witness } from '@facialis/engine'
import { type EquivalenceResult, type Mutant, mutantDigest } from '@facialis/engine/mutants/index.ts'
import { chartFromPlainFacts, plainFromChart } from '@facialis/fhir'
import { hemifacialSpasm } from '@facialis/knowledge'
import { sha256 } from '../input/versions.ts'

/**
 * What was found out about mistakes that no example notices: proved to tell everybody the same, or somebody who is told
 * something else and is not among the people made up yet. Written line by line, so that a run that is ended goes on.
 */
const file = fileURLToPath(import.meta.resolve('@facialis/knowledge/examples/settled-mistakes.ndjson'))

const note =
  'Written by "facialis prove --mutants --make". Each mistake is proved to tell everybody there could be the same; "mark" is a fingerprint of what was compared, and once that is changed the line counts no more.'

type Line = Readonly<{
  mistake: string
  mark: string
  somebody?: Readonly<{ policy: Readonly<Record<string, number>>; person: unknown }>
}>

const markOf = mutantDigest(sha256)

/** Whatever is known of these mistakes and still counts. */
export function settledBefore(mutants: readonly Mutant[]): readonly EquivalenceResult[] {
  const lines = new Map(linesIn().map((line) => [line.mistake, line]))
  return mutants.flatMap((mutant): readonly EquivalenceResult[] => {
    const line = lines.get(mutant.id)
    if (!line || line.mark !== markOf(mutant)) return []
    if (!line.somebody) return [{ mutant, found: 'same' }]
    const read = chartFromPlainFacts(hemifacialSpasm, line.somebody.person)
    if (!read.ok || read.value.asOf === null) return []
    const { chart, asOf } = read.value
    return [{ mutant, found: { chart, asking: { asOf, policy: line.somebody.policy } } }]
  })
}

/** Adds what was just found out; of whom the border cannot read, nothing. */
export function keepSettled(one: EquivalenceResult): void {
  const line = lineOf(one)
  if (line) appendFileSync(file, `${JSON.stringify(line)}\n`)
}

function lineOf({ mutant, found }: EquivalenceResult): Line | null {
  const line: Line = { mistake: mutant.id, mark: markOf(mutant) }
  if (found === null || found === 'same') return found && line
  return canBeRead(found) ? { ...line, somebody: { policy: found.asking.policy, person: written(found) } } : null
}

/**
 * Leaves what is proved and still counts, in the order of the mistakes, and whoever was found for others than these, who
 * are among the people made up by now; gives how many are proved. Nothing else may write the file meanwhile.
 */
export function tidySettled(mutants: readonly Mutant[], done: ReadonlySet<Mutant['id']>): number {
  const settled = settledBefore(mutants)
  const kept = settled.filter(({ mutant, found }) => found === 'same' || !done.has(mutant.id))
  const lines = kept.flatMap((one) => lineOf(one) ?? [])
  writeFileSync(file, `${[{ note }, ...lines].map((line) => JSON.stringify(line)).join('\n')}\n`)
  return settled.filter(({ found }) => found === 'same').length
}

/** The border refuses a few things that a search makes: a study that replaces one of another kind. */
export const canBeRead = (somebody: Witness): boolean => chartFromPlainFacts(hemifacialSpasm, written(somebody)).ok

const written = ({ chart, asking }: Witness): unknown => plainFromChart(hemifacialSpasm, chart, asking.asOf)
const linesIn = (): readonly Line[] =>
  existsSync(file)
    ? readFileSync(file, 'utf8')
        .split('\n')
        .slice(1)
        .flatMap((line) => (line === '' ? [] : [JSON.parse(line) as Line]))
    : []
