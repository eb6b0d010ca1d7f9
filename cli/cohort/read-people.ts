import { chartFromBundle, parseUnambiguousJson } from '@facialis/fhir'
import type { Chart, Pathway } from '@facialis/language'
import type { Line, Person } from './group-by-person.ts'
import { lineFault } from './line-fault.ts'
import { type SharedResources, sharedResourcesOf } from './shared-resources.ts'
import type { newTally } from './tally.ts'

type Reading = Readonly<{
  pathway: Pathway
  /** Reads the same lines for another version; the same one where there is none. */
  other: Pathway
  zone: string
  beside: SharedResources
  /** How files are called in a sentence. */
  files: readonly string[]
  /** Is told what was read, and what could not be. */
  tally: Pick<ReturnType<typeof newTally>, 'read' | 'line' | 'person'>
}>

/** What the lines of a person say: in two steps, since each is quicker done for a few people at a time. */
export function readingPeople({ pathway, other, zone, beside, files, tally }: Reading) {
  const placeOf = ({ file, number }: Line): string => `${files[file]} line ${number}`

  function parsedPerson({ key, lines }: Person): ParsedPerson {
    const resources = lines.map((line) => ({ line, resource: parsed(line.text) }))
    const referred = sharedResourcesOf(
      beside,
      lines.map(({ text }) => text),
    )
    return { key, resources, referred: referred.map(parsed) }
  }

  /** What a person's lines say, as each version reads them; null where that cannot be said, which is told. */
  function chartsOf({ key, resources: lines, referred }: ParsedPerson): Charts | null {
    const sent: Line[] = []
    const entry: unknown[] = []
    for (const { line, resource } of lines) {
      if (resource === undefined) tally.line(lineFault(line.text), placeOf(line))
      else {
        entry.push({ resource })
        sent.push(line)
      }
    }
    for (const resource of referred) entry.push({ resource })
    const bundle = { resourceType: 'Bundle', type: 'collection', entry }
    const read = chartFromBundle(pathway, bundle, { zone })
    const otherwise = other === pathway ? read : chartFromBundle(other, bundle, { zone })
    const [instead] = read.ok ? read.value.patient.replacedBy : []
    if (instead !== undefined) {
      tally.person(key, 'the record was merged into another one that is not in the data', instead)
      return null
    }
    if (read.ok && otherwise.ok) {
      const { understood, resources } = read.value.counts
      tally.read(understood, resources - referred.length)
      return { key, now: read.value.chart, against: otherwise.value.chart }
    }
    const unread = read.ok ? otherwise : read
    if (unread.ok) return null
    const { sentence, where } = unread.problem
    const [, index, , path = ''] = /^Bundle\.entry\[(\d+)\](\.resource)?\.?(.*)$/.exec(where) ?? []
    const line = index === undefined ? undefined : sent[Number(index)]
    const place = line ? `${placeOf(line)}${path === '' ? '' : `, at ${path}`}` : ''
    tally.person(key, sentence, place)
    return null
  }

  return { parsed: parsedPerson, charts: chartsOf }
}

type Charts = Readonly<{ key: string; now: Chart; against: Chart }>

/** A person's lines, each with what it says; undefined where it is not JSON, or says two things. */
type ParsedPerson = Readonly<{
  key: string
  resources: readonly Readonly<{ line: Line; resource: unknown }>[]
  /** What they refer to that stands beside people. */
  referred: readonly unknown[]
}>

function parsed(text: string): unknown {
  try {
    return parseUnambiguousJson(text)
  } catch {
    return undefined
  }
}
