import { evaluate } from '@facialis/engine'
import { carePlanOf } from '@facialis/fhir/apply/care-plan.ts'
import { hemifacialSpasm as pathway } from '@facialis/knowledge'
import { examples } from '@facialis/knowledge/examples/index.ts'
import { citeId, type Decided } from '@facialis/language'
import { describe, expect, it } from 'vitest'
import { textStyleFor } from '../../cli/output/styled-output.ts'
import { page } from '../../cli/person/page.ts'
import { textsOf } from '../../cli/publish/cql.ts'
import { asking, fromPlainFacts } from '../examples/forms.ts'

const limits = pathway.decisions.flatMap(({ body }) => (body.kind === 'gate' ? body.limits : []))
const flagged = limits.filter(({ unverified }) => unverified)
const advices = examples.map((example) => {
  const { chart, asOf } = fromPlainFacts(example)
  return evaluate(pathway, chart, asking(asOf))
})
const reasonsIn = ({ decisions }: (typeof advices)[number]) =>
  Object.values(decisions as Readonly<Record<string, Decided>>).flatMap(({ because }) => because)
/** Somebody who is told a limit of whose source nobody could open, and a limit of which somebody could. */
const told = advices.find((advice) => reasonsIn(advice).some(({ unverified }) => unverified))
const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ')

describe('a limit whose source nobody could open says so', () => {
  it('there are such limits, and others', () => {
    expect(flagged.length).toBeGreaterThan(0)
    expect(flagged.length).toBeLessThan(limits.length)
    expect(told).toBeDefined()
  })

  it('to whoever reads a page about a person', () => {
    const pages = advices.map((advice) =>
      oneLine(page(pathway, advice, { about: null, counts: null }, textStyleFor({}, {}))),
    )
    const saying = flagged.flatMap(({ id }) => pages.filter((text) => text.includes(`[${id} · `)))
    expect(saying.length).toBeGreaterThan(0)
    for (const text of saying) expect(text).toContain('(unverified) [')
  })

  it('to another system that asks for a plan of care', () => {
    const plan = JSON.stringify(carePlanOf(pathway, told!, { id: 'demo', subject: null }))
    for (const { text, unverified } of reasonsIn(told!).filter(({ unverified }) => unverified))
      expect(plan).toContain(`${text}${unverified ? ' (unverified)' : ''}`)
  })
})

describe('the published CQL', () => {
  /** Its remarks run over several lines. */
  const text = oneLine(textsOf(pathway).decisions.text.replaceAll(/\n *\/\/ /g, ' '))

  it.each(limits.map((limit) => [limit.id, limit] as const))('says of %s whether it is unverified', (_, limit) => {
    const said = `${limit.id} [${limit.because.map(citeId).join(', ')}]: ${limit.text}`
    expect(text.includes(`${said} (unverified)`)).toBe(limit.unverified && text.includes(said))
  })

  it('says of each passage whether it is unverified, and by when it is to be read again', () => {
    for (const one of pathway.passages) {
      const said = `(to be read again by ${one.source.reviewBy}): ${oneLine(one.paraphrase)}`
      expect(text).toContain(`[${citeId(one)}] ${oneLine(one.source.title)}, ${one.locator} ${said}`)
      expect(text.includes(`${said} (unverified)`)).toBe(one.unverified)
    }
  })
})
