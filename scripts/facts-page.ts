import { chartFromPlainFacts } from '@facialis/fhir'
import { hemifacialSpasm } from '@facialis/knowledge'
import type { Code, CodeMeaning, Entry, Fact, Judgement, Pathway } from '@facialis/language'

/** docs/facts.md: every word plain facts may use, written from the pathway itself. */
export function factsPage(pathway: Pathway = hemifacialSpasm): string {
  const people = pathway.facts.filter((fact) => fact.scope === 'patient')
  return [
    `# Plain facts: ${pathway.title}`,
    `Written from pathway ${pathway.id} ${pathway.version} (${pathway.status}) by \`node scripts/generate.ts\`. Do not edit.`,
    ...introduction.map((part) => (typeof part === 'string' ? part : example(pathway, part))),
    '## Facts about the person',
    table(people, pathway),
    '## Entries',
    'Things that happened on a day, as lists of objects beside or inside `facts`. Besides its fields an entry may have `date`, `id`, `supersedes` (ids of entries it replaces), `withdrawn`, `by`, `role` and `note`. An entry without a date happened on a day nobody knows. A field may be written without what stands before its first dot where only one field of the entry is called that.',
    ...pathway.entries.map((entry) => entrySection(entry, pathway)),
    '## Screens',
    'A completed screen says `no` to every question of its list that has no other answer.',
    [
      '| screen | it says | questions |',
      '|---|---|---|',
      ...pathway.screens.map(
        ({ id, label, facts }) =>
          `| \`screen.${id}\` | ${cell(label)} | ${facts.map((fact) => `\`${fact.id}\``).join(' ')} |`,
      ),
    ].join('\n'),
    '## Codes of other systems',
    'What a FHIR bundle may say in codes. **?** marks a code nobody has checked with its owner yet: it is read and named, and nothing reassuring is taken from it. `*` at the end of a code stands for all that begin with it.',
    codes(pathway),
  ]
    .join('\n\n')
    .concat('\n')
}

type Example = Readonly<{ title: string; json: unknown }>

const introduction: readonly (string | Example)[] = [
  'Plain facts are JSON that a person can type: `{ "facts": { "<fact id>": value }, "asOf": "2026-11-23" }`. `facialis assess FILE` reads them.',
  {
    title: 'A person referred, described, and asked about every red flag:',
    json: {
      asOf: '2026-11-23',
      facts: {
        'person.birthDate': '1961',
        'hfs.side': 'left',
        'hfs.onset': '2024-03',
        'ph.unilateral': true,
        'ph.onsetOrbicularisOculi': 'yes',
        'ph.sleepPersist': 'unknown',
        'screen.red-flags': 'complete',
      },
    },
  },
  {
    title: 'The same question answered twice, with dates and names; a study and two sessions:',
    json: {
      asOf: '2026-11-23',
      facts: {
        'rf.cancer': [
          { value: 'yes', date: '2015' },
          {
            value: 'yes-resolved',
            date: '2026-10-02',
            by: 'Dr Demo',
            role: 'neurologist',
            note: 'skin cancer of the back, cured; contrast scan clear',
          },
        ],
        egfr: { value: 1.2, unit: 'mL/s', date: '2026-10-20' },
        'screen.at-chair': { complete: '2026-11-23' },
      },
      studies: [
        {
          date: '2026-10-15',
          modality: 'mri',
          sequences: ['t2', 'flair', '3d-t2', 'dwi', 'tof-mra'],
          'mri.tumour': 'absent',
        },
      ],
      sessions: [
        { date: '2026-03', product: 'onabotulinumtoxinA', units: 22.5, side: 'left', indication: 'hfs' },
        { date: null, product: 'unknown' },
      ],
    },
  },
  {
    title: 'Findings of one study may also stand among the facts:',
    json: {
      asOf: '2026-11-23',
      facts: { 'mri.tumour': 'absent', 'study.date': '2026-10-15', 'study.modality': 'mri' },
    },
  },
  [
    '| a value of type | is written |',
    '|---|---|',
    '| yes/no | `true`, `false`, `"yes"`, `"no"` (also for a choice between present and absent, seen and not seen) |',
    '| choice | one of its words |',
    '| set | a list of its words; `[]` says that none holds |',
    '| quantity | a number in the unit given, or `{"value": 1.2, "unit": "mL/s"}`; finer than is kept is refused |',
    '| date | `"YYYY"`, `"YYYY-MM"`, `"YYYY-MM-DD"`, or two of them with a stroke: `"2026-01/2026-03"` |',
    '| text | words no rule reads |',
    '| not known | `null` (not asked), `"unknown"` (asked, no answer), or `{"unknown": "pending"}` with a reason: `not-asked`, `asked-unanswered`, `pending`, `too-old`, `conflicting`, `inadequate-study`, `not-permitted` |',
    '| dated or signed | `{"value": …, "date": …, "by": …, "role": …, "note": …, "study": …}`, or a list of such statements; `"date": null` is undated |',
  ].join('\n'),
  'What carries no date counts as stated on `asOf`. Without `asOf` the day is that of whoever asks. Leave out what was not recorded; `null` says that it was left open on purpose.',
  'A value marked ‡ is somebody’s judgement of what else would count. About the person it is written with `by`, a `date` of its own and the reason as `note`, or with the id of the `study` it rests on, no older than what it answers; in an entry the fields named beside it say who, when and why. Without them it is refused.',
]

/** An example that cannot be read does not get onto the page. */
function example(pathway: Pathway, { title, json }: Example): string {
  const read = chartFromPlainFacts(pathway, json)
  if (!read.ok)
    throw new Error(`An example of docs/facts.md is wrong: ${read.problem.sentence} (${read.problem.where})`)
  return `${title}\n\n\`\`\`json\n${laidOut(json)}\n\`\`\``
}

/** JSON with one line for each fact and each entry. */
function laidOut(json: unknown, indent = ''): string {
  const flat = JSON.stringify(json, null, 1).replaceAll(/\n\s*/g, ' ').replaceAll('[ ', '[').replaceAll(' ]', ']')
  if (typeof json !== 'object' || json === null || indent.length + flat.length <= 100) return flat
  const inside = `${indent}  `
  const parts = Array.isArray(json)
    ? json.map((item) => laidOut(item, inside))
    : Object.entries(json).map(([key, value]) => `${JSON.stringify(key)}: ${laidOut(value, inside)}`)
  const [open, close] = Array.isArray(json) ? ['[', ']'] : ['{', '}']
  return `${open}\n${parts.map((part) => inside + part).join(',\n')}\n${indent}${close}`
}

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ')

function table(facts: readonly Fact[], pathway: Pathway): string {
  const rows = facts.map((fact) => {
    const said = [
      `${cell(fact.question)}${fact.unverified ? ' *(unverified)*' : ''}`,
      typeOf(fact),
      ageOf(fact),
      adverseOf(fact),
      codesOf(fact, pathway),
    ]
    return `| \`${fact.id}\` | ${said.join(' | ')} |`
  })
  return ['| fact | question | values | too old | adverse | codes |', '|---|---|---|---|---|---|', ...rows].join('\n')
}

const quoted = (words: readonly string[]): string => words.map((word) => `\`${word}\``).join(' ')

function judgedWords({ words, of, needs }: Judgement, values: readonly string[]): string {
  const beside = needs.length > 0 ? `, with ${needs.map(({ id }) => `\`${id}\``).join(' ')}` : ''
  return `${values.map((value) => (words.includes(value) ? `\`${value}\`‡` : `\`${value}\``)).join(' ')} (‡ judges \`${of}\`${beside})`
}

function typeOf(fact: Fact): string {
  switch (fact.type) {
    case 'yes-no':
      return 'yes/no'
    case 'choice':
      return fact.judged ? judgedWords(fact.judged, fact.values) : quoted(fact.values)
    case 'set':
      return `set of ${quoted(fact.values)}`
    case 'quantity': {
      const [least, most] = [fact.min, fact.max].map((bound) => bound / 10 ** fact.decimals)
      const steps = fact.decimals === 0 ? 'whole' : `${fact.decimals} decimal${fact.decimals === 1 ? '' : 's'}`
      return `${least} to ${most} \`${fact.unit}\`, ${steps}`
    }
    case 'date':
    case 'text':
      return fact.type
    default:
      return fact satisfies never
  }
}

const ageOf = (fact: Fact): string => {
  if (fact.askedAt === 'session') return 'asked on the day of every session'
  return fact.goodFor ? `after ${fact.goodFor.default} ${fact.goodFor.unit} (\`${fact.goodFor.id}\`)` : ''
}

/** Gates with the same adverse words stand together. */
function adverseOf({ adverse }: Fact): string {
  if ('neutral' in adverse) return `neutral: ${cell(String(adverse.neutral))}`
  const gatesByWords = Map.groupBy(Object.entries(adverse as Record<string, readonly string[]>), ([, words]) =>
    quoted(words),
  )
  return [...gatesByWords].map(([words, gates]) => `${words} (${gates.map(([gate]) => gate).join(', ')})`).join('; ')
}

const codeText = ({ system, code, confirmed }: Code): string => `${system} ${code}${confirmed ? '' : ' **?**'}`

function codesOf(fact: Fact, { terminology }: Pathway): string {
  const says = ({ means }: CodeMeaning): boolean =>
    means.some((meaning) => meaning.kind !== 'enters' && meaning.fact.id === fact.id)
  const others = terminology.filter((row) => row.code.system !== 'facialis' && says(row)).map((row) => row.code)
  const measured = fact.type === 'quantity' ? fact.codes : []
  return [...new Set([...measured, ...others].map(codeText))].join(', ')
}

function entrySection(entry: Entry, pathway: Pathway): string {
  const filled = entry.fills.map(
    ({ field, is, fills, with: word }) =>
      `\`${field.id}\`: \`${is}\` says \`${word}\` to each of ${fills.map((fact) => `\`${fact.id}\``).join(' ')} that is left out.`,
  )
  const replaced = entry.replaces
    ? [
        `One takes the place of another (\`supersedes\`) only when both are of the same day and agree in ${entry.replaces.same.map(({ id }) => `\`${id}\``).join(' ')}, it has a \`${entry.replaces.signedOn.id}\` no earlier than the other’s, and names somebody as \`by\`.`,
      ]
    : []
  return [
    `### \`${entry.plural}\` – ${entry.label}`,
    ...replaced,
    ...filled,
    table(Object.values(entry.fields), pathway),
  ].join('\n\n')
}

function codes({ terminology }: Pathway): string {
  const rows = terminology
    .filter(({ code }) => code.system !== 'facialis')
    .map(
      ({ code, display, in: places, means }) =>
        `| ${codeText(code)} | ${cell(display)} | ${places.join(', ')} | ${means.map(meaningText).join('; ')} |`,
    )
  return ['| code | in our words | understood in | says |', '|---|---|---|---|', ...rows].join('\n')
}

function meaningText(meaning: CodeMeaning['means'][number]): string {
  switch (meaning.kind) {
    case 'states':
      return `\`${meaning.fact.id}\` is \`${meaning.value}\``
    case 'measures':
      return `carries \`${meaning.fact.id}\``
    case 'enters': {
      const fields = Object.entries(meaning.fields).map(([id, said]) => ` \`${id}\` \`${String(said)}\``)
      return `a \`${meaning.entry.id}\`${fields.length > 0 ? ` with${fields.join(',')}` : ''}`
    }
    default:
      return meaning satisfies never
  }
}
