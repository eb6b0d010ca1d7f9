import { parseArgs } from 'node:util'
import { evaluate } from '@facialis/engine'
import { type Counts, chartFromBundle, chartFromPlainFacts, dayIn, type Problem } from '@facialis/fhir'
import { hemifacialSpasm } from '@facialis/knowledge'
import { type Chart, type Day, isExact, parseDate } from '@facialis/language'
import { page } from './page.ts'
import { inkFor } from './paper.ts'
import { readPolicy } from './policy-file.ts'
import { nameOf, readJson } from './read-json.ts'
import { Stop } from './stop.ts'

/** `facialis assess FILE|- [--json] [--as-of DATE] [--policy FILE]` */
export async function assess(rest: readonly string[]): Promise<void> {
  const { path, json, asOf, policy } = asked(rest)
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  const today = dayIn(zone, Date.now())
  const input = read(await readJson(path), nameOf(path), asOf ?? today, zone)
  const day = asOf ?? input.asOf ?? today
  const advice = evaluate(hemifacialSpasm, input.chart, {
    asOf: day,
    policy: policy === undefined ? {} : await readPolicy(policy, hemifacialSpasm, day),
  })
  // Of a bundle, how much of it said anything here: programs need to know that as much as readers do.
  const answer = input.counts === null ? advice : { ...advice, read: input.counts }
  if (json) process.stdout.write(`${JSON.stringify(answer, null, 2)}\n`)
  else
    process.stdout.write(
      page(hemifacialSpasm, advice, { about: input.about, counts: input.counts }, inkFor(process.stdout, process.env)),
    )
}

type Asked = Readonly<{ path: string; json: boolean; asOf: Day | null; policy: string | undefined }>

function asked(rest: readonly string[]): Asked {
  const { values, positionals } = parsed(rest)
  const [path, ...more] = positionals
  if (path === undefined || path === '') throw new Stop('Say which file to assess, or - for the standard input.')
  if (more.length > 0) throw new Stop(`One file at a time: ${JSON.stringify(more[0])} is one too many.`)
  const policy = once('policy', values.policy)
  if (path === '-' && policy === '-') throw new Stop('The standard input can be the person or the policy, not both.')
  return { path, json: values.json ?? false, asOf: dayOf(once('as-of', values['as-of'])), policy }
}

/** The last of two would win without a word. */
function once(name: string, [value, second]: readonly string[] = []): string | undefined {
  if (second !== undefined)
    throw new Stop(`--${name} is given twice: ${JSON.stringify(value)} and ${JSON.stringify(second)}.`)
  return value
}

function parsed(rest: readonly string[]) {
  try {
    return parseArgs({
      args: [...rest],
      allowPositionals: true,
      options: {
        json: { type: 'boolean' },
        'as-of': { type: 'string', multiple: true },
        policy: { type: 'string', multiple: true },
      },
    })
  } catch (error) {
    const [sentence = 'The command line cannot be understood'] = String(
      error instanceof Error ? error.message : error,
    ).split('. ')
    throw new Stop(`${sentence.replace(/\.$/, '')}; see "facialis help".`)
  }
}

function dayOf(text: string | undefined): Day | null {
  if (text === undefined) return null
  const span = parseDate(text)
  if (span === null || !isExact(span)) throw new Stop(`--as-of ${JSON.stringify(text)} is not a day; write YYYY-MM-DD.`)
  return span.lo
}

type Input = Readonly<{ chart: Chart; asOf: Day | null; about: string | null; counts: Readonly<Counts> | null }>

/** A resource says what it is; anything else is plain facts. */
function read(json: unknown, name: string, day: Day, zone: string): Input {
  const isResource =
    typeof json === 'object' && json !== null && ('resourceType' in json || (Array.isArray(json) && json.length > 0))
  if (!isResource) {
    const read = chartFromPlainFacts(hemifacialSpasm, json, { day })
    if (!read.ok) throw refused(name, read.problem)
    return { ...read.value, about: null, counts: null }
  }
  const read = chartFromBundle(hemifacialSpasm, json, { zone })
  if (!read.ok) throw refused(name, read.problem)
  const { chart, patient, counts } = read.value
  return { chart, asOf: null, about: patient.name ?? patient.reference, counts }
}

const refused = (name: string, { sentence, where }: Problem): Stop =>
  new Stop(`${name}${where === '' ? '' : `, at ${where}`}: ${sentence}`)
