import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { evaluate } from '@facialis/engine'
import { chartFromPlainFacts } from '@facialis/fhir'
import { hemifacialSpasm } from '@facialis/knowledge'
import { examples, plainFactsOf } from '@facialis/knowledge/examples/index.ts'
import { describe, expect, it } from 'vitest'
import { main } from '../main.ts'
import { asOf, bundle, openFolder, typical } from '../test/given.ts'
import { facialis, ioWith, keeping } from '../test/in-this-process.ts'

const { file } = openFolder()

describe('facialis assess gives the advice', () => {
  it('tells what was given lately, product by product, with units that nobody knows as not known', async () => {
    const sessions = [
      { date: '2026-09-02', product: 'onabotulinumtoxinA', units: 30, indication: 'hfs' },
      { date: '2026-10-12', product: 'onabotulinumtoxinA', units: 20, indication: 'cosmetic' },
      { date: '2026-10-19', product: 'onabotulinumtoxinA', units: 155, indication: 'other' },
      { date: '2026-10-20', product: 'abobotulinumtoxinA', indication: 'cosmetic' },
    ]
    const { out } = await facialis(['assess', file('lately.json', { ...typical, sessions })])
    expect(out.replaceAll(/\s+/g, ' ')).toContain(
      'Given in the last 84 days: onabotulinumtoxinA 205 U (face 50 U); abobotulinumtoxinA units not known.',
    )
  })

  it('as JSON, byte for byte what the engine says', async () => {
    const { code, out, err } = await facialis(['assess', file('typical.json', typical), '--json'])
    const read = chartFromPlainFacts(hemifacialSpasm, typical)
    if (!read.ok || read.value.asOf === null) throw new Error('the example itself is wrong')
    const advice = evaluate(hemifacialSpasm, read.value.chart, { asOf: read.value.asOf, policy: {} })
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toBe(`${JSON.stringify(advice, null, 2)}\n`)
    expect(advice.decisions.botulinum?.answer).toBe('blocked')
  })

  it('as a page with standing, gate, passages, next steps and the best next question', async () => {
    const { code, out } = await facialis(['assess', file('page.json', typical)])
    expect(code).toBe(0)
    for (const words of [
      'WHERE THEY STAND',
      '✗ BLOCKED',
      'NEXT',
      'Best next question:',
      'WHAT THE GATES REST ON',
      'draft, not clinically signed',
    ])
      expect(out).toContain(words)
    expect(out).toContain('No toxin is given until imaging and other testing have ruled out a tumour')
    expect(out.replace(/\s+/g, ' ')).toContain('statement, to be read again since 2023-04)')
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80)
  })

  it('and a step whose day has passed is late or overdue since then, and never due by a day that is over', async () => {
    const told = async (day: string) => {
      const { out } = await facialis(['assess', file('late.json', typical), '--as-of', day])
      return out.replaceAll(/\s+/g, ' ')
    }
    const [first] = /due by (\d{4}-\d{2}-\d{2})/.exec(await told(asOf))?.slice(1) ?? []
    const late = await told('2027-06-01')
    expect(late).toContain(`overdue since ${first}`)
    for (const [, by = ''] of late.matchAll(/due by (\d{4}-\d{2}-\d{2})/g)) expect(by >= '2027-06-01').toBe(true)
  })

  it('names in words the exception that stands, and those that might', async () => {
    const story = (id: string) => {
      const example = examples.find((one) => one.id === id)
      if (!example) throw new Error(`There is no example ${id}.`)
      return file(`${id}.json`, plainFactsOf(example))
    }
    const page = async (id: string) => (await facialis(['assess', story(id)])).out.replace(/\s+/g, ' ')
    const standing = await page('tricky-3-exception')
    expect(standing).toContain(
      'A standing exception is in force: MRI impossible; contrast CT and CT angiography read instead.',
    )
    expect(standing).not.toContain('may let it pass')
    expect(await page('tricky-3-mri-impossible')).toContain(
      'A standing exception may let it pass: MRI impossible; contrast CT and CT angiography read instead.',
    )
  })

  it('without colours where nobody sees them', async () => {
    const { out } = await facialis(['assess', file('plain.json', typical)], undefined, { NO_COLOR: '' })
    expect(out).not.toContain('\u001b')
  })

  it('with colours on a terminal, unless somebody said no', async () => {
    const onTerminal = async (env: Readonly<Record<string, string>>) => {
      const results = { ...keeping(), isTTY: true }
      await main(['assess', file('coloured.json', typical)], { ...ioWith('', env), stdout: results })
      return results.text()
    }
    expect(await onTerminal({ NO_COLOR: '', TERM: 'xterm' })).toContain('\u001b[')
    expect(await onTerminal({ NO_COLOR: '1', TERM: 'xterm' })).not.toContain('\u001b')
  })

  it('from the standard input, for a bundle too', async () => {
    const { code, out } = await facialis(['assess', '-', '--json', '--as-of', asOf], JSON.stringify(bundle))
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({
      asOf,
      decisions: { phenotype: { answer: 'typical' }, botulinum: { answer: 'blocked' } },
    })
  })

  it('with how much of a bundle said anything here', async () => {
    const { out } = await facialis(['assess', '-', '--json', '--as-of', asOf], JSON.stringify(bundle))
    expect(JSON.parse(out).read).toMatchObject({ resources: bundle.entry.length })
  })

  it('not from a record that was merged, which names the one to give', async () => {
    const [patient, ...others] = bundle.entry
    const link = [{ type: 'replaced-by', other: { reference: 'Patient/kept' } }]
    const merged = { resource: { ...patient?.resource, active: false, link } }
    const given = (...more: object[]) =>
      facialis(
        ['assess', '-', '--json', '--as-of', asOf],
        JSON.stringify({ ...bundle, entry: [merged, ...others, ...more] }),
      )
    const alone = await given()
    expect([alone.code, alone.out]).toEqual([2, ''])
    expect(alone.err).toContain('Patient/p was merged into Patient/kept: pass the record that is in use, or both')
    const both = await given({ resource: { ...patient?.resource, id: 'kept' } })
    const { out } = await facialis(['assess', '-', '--json', '--as-of', asOf], JSON.stringify(bundle))
    expect(JSON.parse(both.out).decisions).toEqual(JSON.parse(out).decisions)
  })

  it('the same for the example in both forms', async () => {
    const answers = async (name: string) => {
      const { out } = await facialis([
        'assess',
        fileURLToPath(new URL(`../../docs/examples/${name}`, import.meta.url)),
        '--json',
        '--as-of',
        '2026-11-23',
      ])
      const { decisions } = JSON.parse(out) as { decisions: Record<string, { answer: unknown }> }
      return Object.fromEntries(Object.entries(decisions).map(([id, { answer }]) => [id, answer]))
    }
    expect(await answers('typical-left-bundle.json')).toEqual(await answers('typical-left.json'))
  })

  it('word for word as the README shows it to whoever has not tried it', async () => {
    const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')
    const shown = /^\$ npx facialis (assess \S+)\n([^`]*)/m.exec(readme)
    const { out } = await facialis(shown![1]!.split(' '))
    for (const part of shown![2]!.split('…\n')) expect(out).toContain(part)
  })

  it('for the day asked for rather than the day of the file', async () => {
    const { out } = await facialis(['assess', file('day.json', typical), '--json', '--as-of', '2027-01-05'])
    expect(JSON.parse(out)).toMatchObject({ asOf: '2027-01-05' })
  })

  it('by the days of the site, wherever the machine stands', async () => {
    const given = {
      resourceType: 'MedicationAdministration',
      id: 'given-at-night',
      status: 'completed',
      medicationCodeableConcept: { text: 'Botox' },
      subject: bundle.entry.map(({ resource }) => resource).find((one) => 'subject' in one)?.subject,
      effectiveDateTime: '2026-10-31T23:30:00Z',
      dosage: { dose: { value: 20, unit: 'U' } },
    }
    const sent = JSON.stringify({ ...bundle, entry: [...bundle.entry, { resource: given }] })
    const countedFrom = async (env: Readonly<Record<string, string>>) => {
      const { out } = await facialis(['assess', '-', '--json', '--as-of', asOf], sent, env)
      const steps = JSON.parse(out).nextSteps as readonly { anchor: { fact: string; date: string } }[]
      return steps.find(({ anchor }) => anchor.fact === 'session')?.anchor.date
    }
    expect(await countedFrom({})).toBe('2026-10-31')
    expect(await countedFrom({ FACIALIS_ZONE: 'Europe/Berlin' })).toBe('2026-11-01')
    expect(await facialis(['assess', '-', '--json'], sent, { FACIALIS_ZONE: 'Europe/Berln' })).toEqual({
      code: 2,
      out: '',
      err: 'facialis: FACIALIS_ZONE is a time zone such as "Europe/Berlin", not "Europe/Berln".\n',
    })
  })

  it('from a file with a byte order mark', async () => {
    expect(await facialis(['assess', file('bom.json', `\ufeff${JSON.stringify(typical)}`), '--json'])).toMatchObject({
      code: 0,
    })
  })

  it('of a large bundle of things it does not know', async () => {
    const noise = Array.from({ length: 20_000 }, (_, index) => ({
      resource: {
        resourceType: 'Observation',
        id: `o${index}`,
        status: 'final',
        subject: { reference: 'Patient/p' },
        code: { coding: [{ system: 'http://loinc.org', code: `${index}-0` }] },
        valueQuantity: { value: index, unit: 'mmol/L' },
      },
    }))
    const { code, out } = await facialis(
      ['assess', '-', '--as-of', asOf],
      JSON.stringify({ ...bundle, entry: [...bundle.entry, ...noise] }),
    )
    expect(code).toBe(0)
    expect(out).toContain('Demo Ada Sample')
    expect(out.replaceAll(/\s+/g, ' ')).toContain('20000 said nothing here')
  })
})

describe('facialis assess uses the numbers of a site', () => {
  const lastSession = {
    ...typical,
    sessions: [{ date: '2026-08-25', product: 'onabotulinumtoxinA', indication: 'hfs' }],
  }
  const opensOn = async (policy: unknown): Promise<unknown> => {
    const { out } = await facialis([
      'assess',
      file('s.json', lastSession),
      '--json',
      '--policy',
      file('policy.json', policy),
    ])
    return JSON.parse(out).decisions.botulinum.detail.opensOn
  }
  const interval = hemifacialSpasm.policy.find((number) => number.id === 'minimumReinjectionInterval')

  it('those in force on the day', async () => {
    const most = interval?.max ?? 0
    const one = await opensOn({ minimumReinjectionInterval: most })
    const list = await opensOn([
      { effectiveFrom: '2026-01-01', values: { minimumReinjectionInterval: most } },
      { effectiveFrom: '2026-12-01', values: {} },
    ])
    expect(list).toEqual(one)
  })

  it.each([
    ['an id nobody knows', { minimumInterval: 84 }, 'there is no policy number "minimumInterval"'],
    [
      'a number out of bounds',
      { minimumReinjectionInterval: 1 },
      `1 is outside ${interval?.min} to ${interval?.max} d`,
    ],
    ['text', 'eighty-four', 'is not JSON'],
    ['a number as text', { minimumReinjectionInterval: '84' }, '"84" is not a whole number'],
    ['a number twice', '{"minimumReinjectionInterval": 90, "minimumReinjectionInterval": 84}', 'is given twice'],
    ['a name of the language itself', '{"__proto__": 84}', 'there is no policy number "__proto__"'],
    ['a day that does not exist', [{ effectiveFrom: '2026-02-30', values: {} }], '"2026-02-30" is not a day'],
    ['half a day', { minimumReinjectionInterval: 84.5 }, '84.5 is not a whole number'],
    ['a list without days', [{ values: {} }], 'at [0].effectiveFrom'],
  ])('and refuses %s', async (_what, policy, sentence) => {
    const asked = ['assess', file('s.json', lastSession), '--policy', file('bad-policy.json', policy)]
    expect(await facialis(asked)).toEqual({ code: 2, out: '', err: expect.stringContaining(sentence) })
  })
})
