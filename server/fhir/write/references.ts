import type { Resource } from '@facialis/record'
import { openBreath } from '../../breath.ts'
import type { SignedIn } from '../../identity/account.ts'
import { ok, type Result, refuse } from '../../problem.ts'
import type { Searched } from '../find.ts'
import { isServed } from '../served.ts'
import { asItWillBe } from './as-it-will-be.ts'
import { foundBy } from './found-by.ts'
import { placeIn } from './intent.ts'
import type { Target } from './targets.ts'

type Linking = Readonly<{
  view: Searched
  who: SignedIn
  /** Where this server is reached: references to it are ours. */
  base: string
  /** When it is written. */
  at: string
}>

/**
 * References as they are kept: what names another entry of the bundle names the resource it became, what names this server
 * leaves its address out, and what names a search names what it finds once everything else is written, as R4 has it: what
 * the same transaction makes is found, what it takes back is not.
 */
export async function linked(targets: readonly Target[], linking: Linking): Promise<Result<readonly Target[]>> {
  const places = new Map(
    targets.flatMap(({ intent, type, id }) =>
      intent.fullUrl === undefined || !isAddress(intent.fullUrl) ? [] : [[intent.fullUrl, `${type}/${id}`] as const],
    ),
  )
  const named = await each(targets, { ...linking, places, isQuestion: false }, async (text, place) =>
    namedPlace(text, place, { ...linking, places }),
  )
  if (!named.ok) return named
  let will: Searched | null = null
  const answers = new Map<string, Result<string>>()
  return each(named.value, { ...linking, places, isQuestion: true }, async (text, place) => {
    will ??= asItWillBe(named.value, linking.view, linking.at)
    if (answers.size >= mostSearches && !answers.has(text)) return tooMany(place)
    const known = answers.get(text) ?? (await answered(text, place, { ...linking, view: will }))
    answers.set(text, known)
    return known
  })
}

/** Nobody else writes until all of them are answered: more than two for each entry of a bundle take seconds. */
const mostSearches = 1000
const tooMany = (where: string) =>
  refuse(
    413,
    'too-costly',
    `At most ${mostSearches} different searches stand in references that are written together.`,
    {
      where,
    },
  )

const isAddress = (fullUrl: string): boolean => /^(urn:|https?:\/\/)/.test(fullUrl)
/** Besides references, what may name another entry of the bundle; any other text is somebody's word and stays. */
const holdsAddress = new Set(['valueUri', 'valueUrl', 'valueUuid', 'valueCanonical'])
const question = /^([A-Z][A-Za-z]+)\?(.*)$/

type Places = ReadonlyMap<string, string>
type Wanted = Readonly<{ places: Places; base: string; isQuestion: boolean }>
type Follow = (text: string, place: string) => Promise<Result<string>>

/** Every target with what it follows rewritten. Most resources have nothing of the kind, and are then not taken apart. */
async function each(targets: readonly Target[], wanted: Wanted, follow: Follow): Promise<Result<readonly Target[]>> {
  const done: Target[] = []
  const breath = openBreath()
  for (const target of targets) {
    await breath()
    const { resource } = target
    const texts: Text[] = []
    if (resource !== null) gather(resource, target.type, wanted, texts)
    const kept = new Map<string, string>()
    for (const { text, place } of texts) {
      if (kept.has(text)) continue
      const found = await follow(text, placeIn(target.intent, place))
      if (!found.ok) return found
      kept.set(text, found.value)
    }
    const isWhole = resource === null || texts.length === 0
    done.push(isWhole ? target : { ...target, resource: rewritten(resource, { ...wanted, kept }) as Resource })
  }
  return ok(done)
}

type Text = Readonly<{ text: string; place: string }>

/** What is not kept as it stands. */
function gather(value: object, path: string, wanted: Wanted, found: Text[]): void {
  const isList = Array.isArray(value)
  for (const [name, one] of Object.entries(value)) {
    if (typeof one === 'object' && one !== null)
      gather(one, isList ? `${path}[${name}]` : `${path}.${name}`, wanted, found)
    else if (typeof one === 'string' && !isList && isFollowed(name, one, wanted))
      found.push({ text: one, place: `${path}.${name}` })
  }
}

const isFollowed = (name: string, text: string, { places, base, isQuestion }: Wanted): boolean => {
  if (isQuestion) return name === 'reference' && question.test(text)
  return name === 'reference'
    ? places.has(text) || /^urn:(uuid|oid):/.test(text) || text.startsWith(`${base}/`)
    : holdsAddress.has(name) && places.has(text)
}

type Following = Readonly<{ kept: ReadonlyMap<string, string>; places: Places; isQuestion: boolean }>

function rewritten(value: unknown, following: Following): unknown {
  if (Array.isArray(value)) return value.map((one) => rewritten(one, following))
  if (typeof value !== 'object' || value === null) return value
  const { kept, places, isQuestion } = following
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => {
      if (typeof one !== 'string') return [name, rewritten(one, following)]
      const isOther = !isQuestion && holdsAddress.has(name)
      const instead = name === 'reference' ? kept.get(one) : isOther ? places.get(one) : undefined
      return [name, instead ?? one]
    }),
  )
}

function namedPlace(text: string, where: string, { places, base }: Linking & Readonly<{ places: Places }>) {
  const known = places.get(text)
  if (known !== undefined) return ok(known)
  return text.startsWith(`${base}/`)
    ? ok(text.slice(base.length + 1))
    : refuse(422, 'unresolved', `No entry of the bundle has the fullUrl ${JSON.stringify(text)}.`, { where })
}

async function answered(text: string, where: string, { view, who }: Linking): Promise<Result<string>> {
  const [, type = '', query = ''] = question.exec(text) ?? []
  if (!isServed(type)) return refuse(422, 'unresolved', `${type} is not kept here.`, { where })
  const found = await foundBy(type, [...new URLSearchParams(query)], { view, who, where })
  if (!found.ok) return found
  const [one, another] = found.value
  if (one && !another) return ok(`${type}/${one.id}`)
  return refuse(
    412,
    one ? 'several-found' : 'unresolved',
    // What is searched for may be somebody's name.
    `The search for a ${type} in this reference finds ${one ? 'more than one' : 'nothing'}.`,
    { where },
  )
}
