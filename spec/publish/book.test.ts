import type { Page } from '@facialis/engine/publish/book/book.ts'
import { ruleCoverage, ruleKey } from '@facialis/engine/publish/book/rule-coverage.ts'
import { bookHtml, bookMarkdown, bookOf, type ExamplePerson, tablesCsv } from '@facialis/engine/publish/index.ts'
import { hemifacialSpasm } from '@facialis/knowledge'
import { stage } from '@facialis/knowledge/decisions/stage.ts'
import { examples } from '@facialis/knowledge/examples/index.ts'
import { type Cite, citeId, type Pathway } from '@facialis/language'
import { describe, expect, test } from 'vitest'
import { textsOf } from '../../cli/publish/cql.ts'
import { wording } from '../../cli/publish/wording.ts'
import { smallPathway } from '../decisions/small-pathway.ts'
import { fromPlainFacts } from '../examples/forms.ts'

const people: readonly ExamplePerson[] = examples.map((example) => ({
  id: example.id,
  title: example.title,
  story: example.story,
  ...fromPlainFacts(example),
}))
const book = bookOf(hemifacialSpasm, people, { on: '2026-11-26' })
const html = bookHtml(book)
const files = bookMarkdown(book)
const pages: readonly Page[] = book.chapters.flatMap(({ pages: of }) => of.flatMap((page) => [page, ...page.parts]))
const find = (id: string): Page => {
  const page = pages.find((one) => one.id === id)
  if (!page) throw new Error(`The book has no page ${id}.`)
  return page
}

describe('the pathway book', () => {
  test('has a page for every rule, need, limit, step and alert, with every sentence it cites', () => {
    const cites = (page: Page): readonly string[] =>
      page.sources.map((source) => (source.kind === 'passage' ? source.id : 'own-judgement'))
    const sameAs = (because: readonly Cite[]) => because.map(citeId)
    const chapter = (id: string) => book.chapters.find((one) => one.id === id)?.pages ?? []
    for (const { id, because } of hemifacialSpasm.steps)
      expect(
        chapter('steps')
          .filter(({ name }) => name === id)
          .map(cites),
      ).toEqual([sameAs(because)])
    for (const { id, because } of hemifacialSpasm.alerts)
      expect(
        chapter('alerts')
          .filter(({ name }) => name === id)
          .map(cites),
      ).toEqual([sameAs(because)])
    for (const { id, body } of hemifacialSpasm.decisions) {
      const rules = body.kind === 'gate' ? [...body.needs, ...body.limits] : body.kind === 'ranked' ? body.rules : []
      const inBook = pages.find(({ name, parts }) => name === id && parts.length > 0)
      for (const rule of rules) {
        const page = inBook?.parts.find(({ name }) => name === rule.id)
        expect(page && cites(page), `${id} ${rule.id}`).toEqual(sameAs(rule.because))
      }
    }
  })

  test('shows for every rule of a decision the example people for whom it decides, or says that there are none', () => {
    const rules = (book.chapters[0]?.pages ?? []).flatMap(({ parts }) => parts)
    const silent = rules.filter(
      ({ id, body }) =>
        !id.startsWith('exception-') &&
        !body.some(
          (block) => block.kind === 'people' || (block.kind === 'text' && block.text.startsWith('No example')),
        ),
    )
    expect(silent.map(({ id }) => id)).toEqual([])
  })

  test('shows people for exactly the rules that the examples expect to decide or hold back', () => {
    const { examplesOf } = ruleCoverage(hemifacialSpasm, people)
    const shows = (decision: string, rule: string, person: string): boolean =>
      examplesOf(ruleKey(decision, rule)).some(({ id }) => id === person)
    const wrong = examples.flatMap(({ id, expected }) =>
      hemifacialSpasm.decisions.flatMap(({ id: decision, body }) => {
        const claim = expected.decisions[decision]
        if (typeof claim !== 'object' || claim.because === undefined || claim.answer === 'permitted') return []
        const rules =
          body.kind === 'gate'
            ? body.behind === null
              ? [...body.needs, ...body.limits.filter(({ atChair }) => !atChair)]
              : []
            : body.kind === 'ranked'
              ? [...body.rules, body.otherwise]
              : []
        return rules
          .filter((rule) => shows(decision, rule.id, id) !== claim.because?.includes(rule.id))
          .map((rule) => `${id} ${decision} ${rule.id}`)
      }),
    )
    expect(wrong).toEqual([])
  })

  test('flags sources that could not be opened, and rules that rest on our own judgement', () => {
    expect(find('rule-botulinum-bt-03-milk').flags).toContain('unverified rule')
    expect(find('rule-botulinum-st-01').flags).toEqual(['own judgement only'])
    expect(find('rule-certainty-dx-03').flags).toContain('with own judgement')
  })

  test('has every anchor once, and every link leads to one', () => {
    const places = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
    expect(places.filter((id, i) => places.indexOf(id) !== i)).toEqual([])
    const known = new Set(places)
    expect([...html.matchAll(/ href="([^"]+)"/g)].map(([, to]) => to).filter((to) => !known.has(to?.slice(1)))).toEqual(
      [],
    )
  })

  test('loads nothing from elsewhere and runs no script', () => {
    expect(html).not.toMatch(/<script|<link|<img|https?:\/\/|url\(/)
  })

  test('links between its Markdown files only to anchors that exist', () => {
    const places = new Map(
      files.map(({ path, text }) => [path, new Set([...text.matchAll(/<a id="([^"]+)">/g)].map(([, id]) => id))]),
    )
    const lost = files.flatMap(({ path, text }) =>
      [...text.matchAll(/\]\(([^)#]*)#([^)]+)\)/g)]
        .filter(([, file, place]) => !places.get(file || path)?.has(place))
        .map(([all]) => `${path} ${all}`),
    )
    expect(lost).toEqual([])
  })

  test('says on every page that it is a draft', () => {
    for (const { path, text } of files) expect(text, path).toContain('Draft, not clinically signed')
    expect(html).toMatch(/class="ribbon".*draft, not clinically signed/)
    expect(html).toMatch(/@page\{[^}]*draft, not clinically signed/)
  })
})

describe('what is published for people', () => {
  const [somebody] = people as [ExamplePerson]
  const told = [
    ...bookMarkdown(bookOf(hemifacialSpasm, [somebody], { on: '2026-11-26', wording })),
    ...tablesCsv(hemifacialSpasm, wording),
    ...Object.values(textsOf(hemifacialSpasm)),
  ]

  test('shows answers by their names to readers, in every condition and for example people; machines find the id', () => {
    // Ids of one word are words of their own: "the stage is closed".
    const ids = hemifacialSpasm.decisions.map(({ id }) => id).filter((id) => id.includes('.'))
    const byId = new RegExp(`(${ids.map(RegExp.escape).join('|')})( (is|includes|permits) |: )`)
    expect(told.flatMap(({ text }) => text.split('\n')).filter((line) => byId.test(line))).toEqual([])
    const table = told.find((one) => 'path' in one && one.path === 'decompression.csv')?.text ?? ''
    expect(table.split('\r\n')[1]).toMatch(/^1,ST-01,not a candidate,not a candidate,/)
    const answers = told.find((one) => 'path' in one && one.path === 'decisions.md')?.text ?? ''
    expect(answers).toMatch(/^Answers[^\n]*not a candidate = treat the cause first/m)
    // One of the four has a comma in its name.
    expect(answers).toContain('Answers: not needed yet; order; adequate; inadequate, repeat. ')
    expect(answers).not.toMatch(/^Answers[^\n]*not-candidate|answers not-candidate/m)
    const cql = textsOf(hemifacialSpasm)
    expect(cql.steps.text).toMatch(/^define "the certainty of the diagnosis is possible/m)
    for (const { id } of hemifacialSpasm.decisions.filter(({ scope }) => scope === 'patient'))
      expect(cql.decisions.text.includes(`\ndefine "${id}":`), id).toBe(true)
  })
})

describe('the decision tables for a spreadsheet', () => {
  const files = tablesCsv(hemifacialSpasm)
  const lines = (name: string): readonly string[] => files.find(({ path }) => path === name)?.text.split('\r\n') ?? []

  test('are one for each decision with rules, with a line for each need and limit of a gate', () => {
    const withRules = hemifacialSpasm.decisions.filter(({ body }) => body.kind !== 'fold')
    expect(files.map(({ path }) => path)).toEqual(withRules.map(({ id }) => `${id}.csv`))
    const gate = hemifacialSpasm.decisions.find(({ id }) => id === 'botulinum')
    if (gate?.body.kind !== 'gate') throw new Error('Toxin has a gate.')
    expect(lines('botulinum.csv')).toHaveLength(gate.body.needs.length + gate.body.limits.length + 2)
  })

  test('open correctly in Excel, which needs a byte order mark to read UTF-8', () => {
    for (const { text } of files) expect(text).toMatch(/^\ufeff\w/)
  })

  test('state in every row that they are a draft and of which version, and in every column header what is asked', () => {
    const [head, ...rows] = lines('cause.csv')
    expect(head).toContain('a signed diagnosis of hemifacial spasm')
    for (const row of rows.filter((line) => line !== ''))
      expect(row).toMatch(/"draft, not clinically signed",hemifacial-spasm [\d.]+$/)
  })
})

describe('a book of another pathway', () => {
  const other: Pathway = {
    ...smallPathway(stage, {}),
    title: 'Hiccups <b>& more</b> | and "less"',
    status: 'draft "of ours" </style>',
  }

  test('can be made without example people, sources and steps', () => {
    const made = bookOf(other, [], { on: '2026-11-26' })
    expect(made.chapters.map(({ id }) => id)).toEqual(['decisions', 'names', 'numbers'])
  })

  test('escapes text that looks like HTML', () => {
    const made = bookHtml(bookOf(other, [], { on: '2026-11-26' }))
    expect(made).toContain('Hiccups &lt;b&gt;&amp; more&lt;/b&gt;')
    expect(made.match(/<\/style>/g)).toHaveLength(1)
    expect(bookMarkdown(bookOf(other, [], { on: '2026-11-26' }))[0]?.text).toContain('\\<b\\>& more\\</b\\> \\| and')
  })
})
