import { openPeriodicYield } from '../../core/periodic-yield.ts'
import { ok, type Refusal, type Result, refuse } from '../../core/refusal.ts'
import type { SignedIn } from '../../identity/account.ts'
import { isServed } from '../../search-indexing/parameters.ts'
import type { BaseUrls } from '../search/base-urls.ts'
import { referencePathsOf } from '../search/reference-paths.ts'
import type { Searched } from '../search/run-search.ts'
import { type Pairs, parseSearch } from '../search/search-request.ts'
import type { Places } from './condition-references.ts'
import { placeIn } from './intent.ts'
import { rewritten, textsIn } from './reference-texts.ts'
import { resolveCondition } from './resolve-condition.ts'
import type { Target } from './targets.ts'
import { viewAfterWrites } from './view-after-writes.ts'

export type Asking = Readonly<{
  view: Searched
  who: SignedIn
  /** When it is written. */
  at: string
  ours: BaseUrls
}>

type Among = Asking & Readonly<{ places: Places }>

/** One search that stands where a reference belongs, in one resource or in many. */
type Question = Readonly<{
  text: string
  type: string
  pairs: Pairs
  /** Where it stands first, for people. */
  where: string
  /** Members in which it stands, lists left out: `Observation.derivedFrom`. */
  standsIn: Set<string>
  /** Which targets it stands in. */
  targets: Set<number>
  /** Members its answer hangs on. */
  reads: ReadonlySet<string>
}>

/** Nobody else writes until all of them are answered: more than two for each entry of a bundle take seconds. */
const mostSearches = 1000
/** Each step down writes what was found into the resources again. */
const mostSteps = 10

/**
 * References that name a search name what it finds in the record as it will be, as R4 has it: what the same transaction
 * makes is found, what it takes back is not. One that hangs on what another one finds is asked after that one.
 */
export async function resolveSearchReferences(
  targets: readonly Target[],
  asking: Among,
): Promise<Result<readonly Target[]>> {
  const questions = await questionsIn(targets)
  let done = targets
  let left = [...questions.values()]
  const answers = new Map<string, string>()
  const guessed: Question[] = []
  let asked = 0
  const ask = async (question: Question, view: Searched): Promise<Result<string>> => {
    asked += 1
    return asked > mostSearches ? tooMany(question.where) : answered(question, { ...asking, view })
  }
  for (let step = 0; left.length > 0; step += 1) {
    if (step === mostSteps) return tooDeep((left[0] as Question).where)
    const ready = left.filter((one) => !left.some((other) => hangsOn(one, other)))
    const found: Question[] = []
    const view = viewAfterWrites(done, asking.view, asking.at)
    for (const question of ready.length > 0 ? ready : left) {
      const answer = await ask(question, view)
      // Among those that hang on each other, one may still be found by what others find.
      if (!answer.ok && (ready.length > 0 || answer.problem.code !== 'unresolved')) return answer
      if (!answer.ok) continue
      answers.set(question.text, answer.value)
      found.push(question)
    }
    if (found.length === 0) return circular(left[0] as Question, left)
    if (ready.length === 0) guessed.push(...found)
    done = writtenInto(done, found, answers)
    left = left.filter((one) => !found.includes(one))
  }
  const view = viewAfterWrites(done, asking.view, asking.at)
  for (const question of guessed) {
    const again = await ask(question, view)
    if (!again.ok && again.problem.code === 'too-costly') return again
    if (!again.ok || again.value !== answers.get(question.text)) return circular(question, guessed)
  }
  return ok(done)
}

const shape = /^([A-Z][A-Za-z]+)\?(.*)$/

async function questionsIn(targets: readonly Target[]): Promise<ReadonlyMap<string, Question>> {
  const questions = new Map<string, Question>()
  const yieldNow = openPeriodicYield()
  for (const [at, { resource, intent }] of targets.entries()) {
    await yieldNow()
    if (resource === null) continue
    for (const { text, place } of textsIn(resource, (name, one) => name === 'reference' && shape.test(one))) {
      const known = questions.get(text) ?? questionOf(text, placeIn(intent, place))
      questions.set(text, known)
      known.standsIn.add(place.replace(/\[\d+\]/g, '').replace(/\.reference$/, ''))
      known.targets.add(at)
    }
  }
  return questions
}

function questionOf(text: string, where: string): Question {
  const [, type = '', query = ''] = shape.exec(text) ?? []
  const pairs = [...new URLSearchParams(query)]
  const asked = isServed(type) ? parseSearch(type, pairs, { lenient: false }) : null
  const reads = asked?.ok ? referencePathsOf(asked.value) : []
  return { text, type, pairs, where, standsIn: new Set(), targets: new Set(), reads: new Set(reads) }
}

const hangsOn = ({ reads }: Question, { standsIn }: Question): boolean => [...standsIn].some((one) => reads.has(one))

function writtenInto(
  targets: readonly Target[],
  found: readonly Question[],
  answers: ReadonlyMap<string, string>,
): readonly Target[] {
  const touched = new Set(found.flatMap((one) => [...one.targets]))
  return targets.map((target, at) =>
    target.resource !== null && touched.has(at)
      ? {
          ...target,
          resource: rewritten(target.resource, (name, text) => (name === 'reference' ? answers.get(text) : undefined)),
        }
      : target,
  )
}

async function answered({ type, pairs, where }: Question, { view, who, places, ours }: Among): Promise<Result<string>> {
  if (!isServed(type)) return refuse(422, 'unresolved', `${type} is not kept here.`, { where })
  const found = await resolveCondition(type, pairs, { view, who, where, places, ours })
  if (!found.ok) return found
  const [one, another] = found.value
  if (one && !another) return ok(`${type}/${one.id}`)
  return refuse(
    412,
    one ? 'several-found' : 'unresolved',
    // What is searched for may be somebody's name.
    `The search for ${type} in this reference finds ${one ? 'more than one' : 'nothing'}.`,
    { where },
  )
}

function circular(question: Question, among: readonly Question[]): Refusal {
  const { type, where } = question
  const other = among.find((one) => one !== question && hangsOn(question, one)) ?? question
  const on = other === question ? 'itself' : `what is found at ${other.where}, which hangs on it in turn`
  return refuse(422, 'circular', `What the search for ${type} in this reference finds hangs on ${on}.`, { where })
}

const tooMany = (where: string): Refusal =>
  refuse(413, 'too-costly', `At most ${mostSearches} searches stand in references that are written together.`, {
    where,
  })

const tooDeep = (where: string): Refusal =>
  refuse(413, 'too-costly', `At most ${mostSteps} searches in references hang on each other in a row.`, { where })
