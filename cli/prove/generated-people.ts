import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Claimed, killedBy, type Mutant, observationsOf } from '@facialis/engine/mutants/index.ts'
import { chartFromPlainFacts, plainFromChart } from '@facialis/fhir'
import { hemifacialSpasm } from '@facialis/knowledge'
import { canBeRead } from './settled-mutants.ts'

/**
 * People made up so that a change to a rule is noticed: what is claimed of them is what the rules said when they were
 * made, and no clinician has reviewed it. A file of its own, written by a command; only proving and tests read it.
 */
const madeUpFile = fileURLToPath(import.meta.resolve('@facialis/knowledge/examples/made-up-people.ndjson'))

const note =
  'Made up by "facialis prove --mutants --make", so that a change to a rule is noticed. What is claimed of these people is what the rules said then; it is not reviewed by a clinician. One person a line.'

type Line = Readonly<{
  id: string
  /** The decision, step or alert most of whose mistakes this person notices, and how many mistakes it is there for. */
  about: string
  mistakes: number
  says: Readonly<{
    decisions?: Claimed['answers']
    steps?: readonly string[]
    noSteps?: readonly string[]
    alerts?: readonly string[]
    noAlerts?: readonly string[]
    listed?: readonly string[]
    notListed?: readonly string[]
  }>
  /** Numbers of the site, where they are not the usual ones. */
  policy?: Readonly<Record<string, number>>
  person: unknown
}>

/** Everybody in the file; nobody where there is none. */
export const generatedPeople = (): readonly Claimed[] => linesBefore().map(claimedIn)

function linesBefore(): readonly Line[] {
  if (!existsSync(madeUpFile)) return []
  const [, ...lines] = readFileSync(madeUpFile, 'utf8').trimEnd().split('\n')
  return lines.map((line) => JSON.parse(line) as Line)
}

function claimedIn({ id, says, policy = {}, person }: Line): Claimed {
  const read = chartFromPlainFacts(hemifacialSpasm, person)
  if (!read.ok || read.value.asOf === null) throw new Error(`${id} cannot be read.`)
  return {
    id,
    chart: read.value.chart,
    asking: { asOf: read.value.asOf, policy },
    answers: says.decisions ?? {},
    steps: marked(says.steps, says.noSteps),
    alerts: marked(says.alerts, says.noAlerts),
    items: marked(says.listed, says.notListed),
  }
}

/** What is claimed of these people and is not, or no longer, what the rules say: "imaging 3: steps order-mri". */
export function contradictedClaims(people: readonly Claimed[]): readonly string[] {
  const told = observationsOf(hemifacialSpasm)
  return people.flatMap((person) => {
    const said = told(person)
    return (['answers', 'steps', 'alerts', 'items'] as const).flatMap((claim) =>
      Object.entries(person[claim]).flatMap(([id, claimed]) =>
        said[claim][id] === claimed ? [] : [`${person.id}: ${claim} ${id}`],
      ),
    )
  })
}

/**
 * Writes whoever notices something that nobody before noticed, those about one decision together; gives how many. Where
 * only some mistakes were looked at, those of the file stay, whatever they notice of these.
 */
export function writeGeneratedPeople(
  people: readonly Claimed[],
  mutants: readonly Mutant[],
  isOfSome: boolean,
): number {
  const { decisions, steps, alerts } = hemifacialSpasm
  const order = [...decisions, ...steps, ...alerts].map(({ id }) => id)
  const rank = (about: string): number => (order.indexOf(about) + order.length) % order.length
  const noticed = Map.groupBy(killedBy(hemifacialSpasm, mutants, people), ({ by }) => by)
  const before = new Map(isOfSome ? linesBefore().map((line) => [line.id, line]) : [])
  const lines = people
    .filter(canBeRead)
    .flatMap((one) => {
      const line = before.get(one.id)
      if (line) return [{ one, about: line.about, mistakes: line.mistakes }]
      const places = noticed.get(one.id)?.map(({ mutant }) => mutant.place)
      return places ? [{ one, about: mostOf(places), mistakes: places.length }] : []
    })
    .sort((a, b) => rank(a.about) - rank(b.about))
  const numbers = new Map<string, number>()
  const written = lines.map(({ one: { chart, asking, ...claims }, about, mistakes }): Line => {
    const number = (numbers.get(about) ?? 0) + 1
    numbers.set(about, number)
    return {
      id: `${about} ${number}`,
      about,
      mistakes,
      says: saysOf(claims),
      ...(Object.keys(asking.policy).length > 0 ? { policy: asking.policy } : {}),
      person: plainFromChart(hemifacialSpasm, chart, asking.asOf),
    }
  })
  writeFileSync(madeUpFile, `${[{ note }, ...written].map((line) => JSON.stringify(line)).join('\n')}\n`)
  return written.length
}

function saysOf({
  answers,
  steps,
  alerts,
  items,
}: Pick<Claimed, 'answers' | 'steps' | 'alerts' | 'items'>): Line['says'] {
  const all = {
    decisions: answers,
    steps: named(steps, true),
    noSteps: named(steps, false),
    alerts: named(alerts, true),
    noAlerts: named(alerts, false),
    listed: named(items, true),
    notListed: named(items, false),
  }
  return Object.fromEntries(Object.entries(all).filter(([, said]) => Object.keys(said).length > 0))
}

const named = (claims: Readonly<Record<string, boolean>>, as: boolean): readonly string[] =>
  Object.keys(claims).filter((id) => claims[id] === as)
const marked = (there: readonly string[] = [], absent: readonly string[] = []): Readonly<Record<string, boolean>> =>
  Object.fromEntries([...there.map((id) => [id, true]), ...absent.map((id) => [id, false])])

/** Whatever stands there most often, the first of several. */
function mostOf(words: readonly string[]): string {
  const counts = Map.groupBy(words, (word) => word)
  return [...counts].reduce((most, one) => (one[1].length > most[1].length ? one : most))[0]
}
