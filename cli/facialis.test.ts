import { execFile, execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { evaluate } from '@facialis/engine'
import { chartFromPlainFacts } from '@facialis/fhir'
import { hemifacialSpasm } from '@facialis/knowledge'
import { examples, plainFactsOf } from '@facialis/knowledge/examples/index.ts'
import { afterAll, describe, expect, it } from 'vitest'
import { main } from './main.ts'
import { command, type Ended, facialisProcess } from './test/as-a-process.ts'
import { deskWith, facialis, keeping } from './test/in-this-process.ts'

const bin = fileURLToPath(new URL('command.mjs', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'facialis-cli-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** As a shell finds it; `options` are those of Node, to make it one that cannot run TypeScript. */
function found(options: readonly string[], args: readonly string[]): Promise<Ended> {
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [...options, bin, ...args], (error, out, err) => {
      if (error !== null && typeof error.code !== 'number') reject(error)
      else resolve({ code: error === null ? 0 : Number(error.code), out, err })
    })
  })
}

const file = (name: string, content: unknown): string => {
  const path = join(folder, name)
  writeFileSync(path, typeof content === 'string' || Buffer.isBuffer(content) ? content : JSON.stringify(content))
  return path
}

const asOf = '2026-11-23'
const typical = {
  asOf,
  facts: {
    'person.birthDate': '1960',
    'hfs.side': 'left',
    'hfs.onset': '2024-03',
    'referral.received': '2026-11-01',
    'ph.unilateral': true,
    'ph.cn7Only': true,
    'ph.onsetOrbicularisOculi': true,
    'ph.downwardSpread': true,
    'dx.class': 'probable',
    'dx.phenotype': 'typical',
    'dx.signedBy': 'neurologist',
    'screen.red-flags': 'complete',
  },
}
const bundle = {
  resourceType: 'Bundle',
  type: 'collection',
  entry: [
    { resource: { resourceType: 'Patient', id: 'p', birthDate: '1960-02-01', name: [{ text: 'Demo Ada Sample' }] } },
    {
      resource: {
        resourceType: 'Condition',
        id: 'c',
        subject: { reference: 'Patient/p' },
        verificationStatus: { coding: [{ code: 'confirmed' }] },
        code: { coding: [{ system: 'http://hl7.org/fhir/sid/icd-10-cm', code: 'G51.32' }] },
        recordedDate: '2026-11-02',
      },
    },
  ],
}

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
      await main(['assess', file('coloured.json', typical)], { ...deskWith('', env), results })
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
    expect(alone.err).toContain('Patient/p was merged into Patient/kept: give the record that is in use, or both')
    const both = await given({ resource: { ...patient?.resource, id: 'kept' } })
    const { out } = await facialis(['assess', '-', '--json', '--as-of', asOf], JSON.stringify(bundle))
    expect(JSON.parse(both.out).decisions).toEqual(JSON.parse(out).decisions)
  })

  it('the same for the example in both forms', async () => {
    const answers = async (name: string) => {
      const { out } = await facialis([
        'assess',
        fileURLToPath(new URL(`../docs/examples/${name}`, import.meta.url)),
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
    const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
    const shown = /^\$ npx facialis (assess \S+)\n([^`]*)/m.exec(readme)
    const { out } = await facialis(shown![1]!.split(' '))
    for (const part of shown![2]!.split('…\n')) expect(out).toContain(part)
  })

  it('for the day asked for rather than the day of the file', async () => {
    const { out } = await facialis(['assess', file('day.json', typical), '--json', '--as-of', '2027-01-05'])
    expect(JSON.parse(out)).toMatchObject({ asOf: '2027-01-05' })
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
      `1 lies outside ${interval?.min} to ${interval?.max} d`,
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

describe('facialis says in one sentence what is wrong with its input, and where', () => {
  const two = { ...bundle, entry: [...bundle.entry, { resource: { resourceType: 'Patient', id: 'q' } }] }
  const moving = 'x\u001b[2A\u202e\nForged'
  const bundleOf = (person: object) => ({
    ...bundle,
    entry: [{ resource: { resourceType: 'Patient', id: 'p', ...person } }],
  })
  const observation = (value: object) => ({
    ...bundle,
    entry: [
      {
        resource: {
          resourceType: 'Observation',
          id: 'o',
          status: 'final',
          code: { coding: [{ system: 'https://facialis.invalid/fact', code: 'egfr' }] },
          ...value,
        },
      },
    ],
  })
  it.each([
    ['text', 'not json at all', 'is not JSON: it cannot be understood at line 1, column 1'],
    ['a comma too many', '{\n  "facts": {},\n}', 'at line 3, column 1'],
    ['words after the end', '{} x', 'at line 1, column 4'],
    ['nothing', '', 'is empty'],
    [
      'text in UTF-16',
      Buffer.from(`\ufeff${JSON.stringify(typical)}`, 'utf16le'),
      'is not text in UTF-8; it looks like UTF-16',
    ],
    ['a file that is packed', gzipSync('{"facts": {}}'), 'is packed. Unpack it first'],
    ['UTF-16 without its mark', Buffer.from('{"facts": {}}', 'utf16le'), 'it looks like UTF-16'],
    ['bytes that are no text', Buffer.from([0x7b, 0x0a, 0x22, 0xff, 0x22]), 'is not text in UTF-8 at line 2'],
    ['half of a character', '{"note": "\\ud800"}', 'cannot be read at line 1, column 10: half of a character'],
    ['not a number', '{"facts": {"egfr": NaN}}', 'is not JSON: it cannot be understood at line 1, column 20'],
    ['a number nobody can hold', '{"facts": {"egfr": 1e400}}', 'column 20: the number is too large to be held'],
    ['a huge number', { facts: { egfr: 1e300 } }, 'at facts.egfr: 1e+300 '],
    [
      'a fact twice',
      '{"facts": {"rf.cancer": true,\n "rf.cancer": false}}',
      'cannot be read at line 2, column 2: "rf.cancer" is given twice in one object',
    ],
    ['endless nesting', `{"facts": ${'['.repeat(50_000)}${']'.repeat(50_000)}}`, 'nested more than 400 levels deep'],
    [
      'a name of the language itself',
      '{"__proto__": {"facts": {}}}',
      'at __proto__: "__proto__" is not part of plain facts',
    ],
    ['the same among the facts', '{"facts": {"__proto__": true}}', 'at facts.__proto__: There is no fact "__proto__"'],
    ['a day that does not exist', { asOf: '2026-02-30', facts: {} }, 'at asOf: "2026-02-30" is not a date'],
    ['a day that is no text', { asOf: 20261123, facts: {} }, 'at asOf: 20261123 is not a date'],
    [
      'a flag resolved by nobody',
      { asOf, facts: { 'rf.cancer': 'yes-resolved' } },
      'at facts["rf.cancer"]: "yes-resolved" is',
    ],
    ['a list of answers of a batch', { resourceType: 'Bundle', type: 'batch-response' }, 'at Bundle.type'],
    ['half of a file', '{"facts": {', 'is not JSON: it ends too early'],
    ['a number', '7', 'Plain facts are an object'],
    ['a list of resources', [{ resourceType: 'Patient' }], 'A FHIR bundle is expected'],
    ['one resource', { resourceType: 'Patient' }, 'A FHIR bundle is expected, not a "Patient"'],
    ['a bundle of history', { resourceType: 'Bundle', type: 'history' }, 'at Bundle.type'],
    ['two patients', two, 'two patients, "Patient/p" and "Patient/q"'],
    [
      'an unknown fact',
      { facts: { 'rf.hearingLos': true } },
      'at facts["rf.hearingLos"]: There is no fact "rf.hearingLos"; did you mean "rf.hearingLoss"?',
    ],
    [
      'a word that is no answer',
      { facts: { 'hfs.side': 'port' } },
      'at facts["hfs.side"]: "port" is not one of its answers: "left", "right" or "both"',
    ],
    ['a wrong type', { facts: { egfr: 'sixty' } }, 'at facts.egfr: "sixty" is not a number of mL/min'],
    ['a bad date', { facts: { 'hfs.onset': '2026-02-30' } }, '"2026-02-30" is not a date'],
    [
      'a unit that cannot convert',
      observation({ valueQuantity: { value: 60, unit: 'mg/dL' } }),
      'at Bundle.entry[0].resource.valueQuantity: An amount in "mg/dL" cannot be converted',
    ],
    [
      'a value of the wrong kind',
      observation({ valueBoolean: true }),
      'at Bundle.entry[0].resource.valueBoolean: "egfr" cannot have a valueBoolean',
    ],
  ])('%s', async (_what, content, sentence) => {
    const { code, out, err } = await facialis(['assess', file('bad.json', content)])
    expect({ code, out, lines: err.trimEnd().split('\n').length }).toEqual({ code: 2, out: '', lines: 1 })
    expect(err).toContain(sentence)
  })

  it.each([
    ['what a person was merged into', bundleOf({ link: [{ type: 'replaced-by', other: { reference: moving } }] }), 2],
    ['what stands where a date belongs', bundleOf({ birthDate: moving }), 2],
    ['a fact that there is not', { facts: { [moving]: 1 } }, 2],
    ['a name', bundleOf({ name: [{ text: moving }] }), 0],
  ])('on its line, and turning or moving nothing on a terminal: %s', async (_what, content, code) => {
    const told = await facialis(['assess', file('moving.json', content)])
    expect(told.code).toBe(code)
    for (const moves of ['\u001b[2A', '\u202e', '\nForged']) expect(told.out + told.err).not.toContain(moves)
  })

  it('nor where it reads many', async () => {
    const lines = [{}, { id: 'other', birthDate: moving }].map((one) =>
      JSON.stringify({ resourceType: 'Patient', id: 'p', ...one }),
    )
    const { err } = await facialis(['cohort', file('moving.ndjson', lines.join('\n'))])
    expect(err).toContain('is not a date or time')
    expect(err).not.toContain('\u202e')
  })

  it.each([
    [['assess', file('half.json', '{"facts": {')], 'is not JSON: it ends too early'],
    [['assess', '-', '--policy', file('no-list.json', '84')], 'no-list.json: numbers are an object'],
    [['assess'], 'Say which file'],
    [['assess', 'no-such-file.json'], 'no-such-file.json cannot be read: there is no such file'],
    [['assess', '-', '--as-of', '2026-11'], '"2026-11" is not a day'],
    [['assess', '-', '--colour'], '--colour'],
    [['assess', 'a', 'b'], 'One file at a time'],
    [['assess', '-', 'a'], 'One file at a time: "a" is one too many'],
    [['assess', ''], 'Say which file'],
    [['assess', folder], 'cannot be read: it is a folder'],
    [['assess', join(folder, 'nothing', 'here.json')], 'cannot be read: there is no such file'],
    [['assess', '-', '--as-of', '2026-02-30'], '--as-of "2026-02-30" is not a day'],
    [['assess', '-', '--as-of', ''], '--as-of "" is not a day'],
    [['assess', '-', '--as-of'], '--as-of'],
    [['assess', '-', '--as-of', '2026-01-01', '--as-of', '2026-01-02'], '--as-of is given twice'],
    [['assess', '-', '--policy', folder], 'cannot be read: it is a folder'],
    [['assess', '-', '--policy', 'no-such-policy.json'], 'no-such-policy.json cannot be read: there is no such file'],
    [['assess', '-', '--policy', '-'], 'the person or the policy, not both'],
    [['assess', '-', '--json=yes'], '--json'],
    [['asses'], 'There is no command "asses"'],
    [['toString'], 'There is no command "toString"'],
  ])('on the command line: %j', async (args, sentence) => {
    expect(await facialis(args, '{}')).toMatchObject({ code: 2, out: '', err: expect.stringContaining(sentence) })
  })
})

describe('facialis is a good neighbour', () => {
  it('tells its version and how it is used', async () => {
    expect(await facialis(['--version'])).toMatchObject({ code: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) })
    const told = { code: 0, out: expect.stringContaining('facialis assess FILE|-') }
    expect(await facialis(['help'])).toMatchObject(told)
    expect(await facialis(['help', '--help'])).toMatchObject(told)
  })

  it('tells of one command what is said of it, and nothing of the others', async () => {
    const { code, out } = await facialis(['diff', '--help'])
    expect(await facialis(['help', 'diff'])).toMatchObject({ code, out })
    expect((await facialis(['help', 'everything'])).code).toBe(2)
    expect(code).toBe(0)
    expect(out).toMatch(/^ {2}facialis diff OLD NEW /)
    expect(out).toContain('--over FILE|FOLDER|-')
    expect(out.match(/^ {2}facialis /gm)).toHaveLength(1)
    const every = (await facialis(['help'])).out.match(/(?<=^ {2}facialis )[a-z]+/gm) ?? []
    expect(every).toContain('restore')
    for (const name of every.filter((one) => one !== 'help'))
      expect((await facialis([name, '-h'])).out, name).toMatch(new RegExp(`^  facialis ${name} [^]*“facialis help”`))
  })

  it.skipIf(!existsSync('/dev/full'))(
    'says so, with a code of its own, when the disk has no space for what it tells',
    async () => {
      const args = ['-c', '"$0" "$1" --version >/dev/full', process.execPath, command]
      const ended = await new Promise((resolve) =>
        execFile('sh', args, (error, out, err) => resolve({ code: error?.code, out, err })),
      )
      expect(ended).toEqual({ code: 74, out: '', err: 'facialis: The output cannot be written: no space is left.\n' })
    },
  )

  it.skipIf(!existsSync('/dev/full'))('keeps its code when nobody can be told why it stopped', async () => {
    const args = ['-c', '"$0" "$1" assess nowhere 2>/dev/full', process.execPath, command]
    const code = await new Promise((resolve) => execFile('sh', args, (error) => resolve(error?.code)))
    expect(code).toBe(2)
  })

  it.skipIf(process.platform === 'win32')(
    'ends with all it has begun when the terminal is closed, and says so as a shell does',
    async () => {
      const [pipe, aside] = [join(folder, 'endless.ndjson'), join(folder, 'endless.aside')]
      execFileSync('mkfifo', [pipe])
      const words = [command, 'import', pipe, '--data', join(folder, 'hung-up'), '--aside', aside]
      const child = spawn(process.execPath, words, { stdio: 'pipe' })
      const closed = new Promise((resolve) => child.on('close', resolve))
      // Opened as soon as the other end is: what reads it has begun, and waits.
      const written = await open(pipe, 'w')
      child.kill('SIGHUP')
      // Closed only when nobody is left that holds what the command writes to.
      expect(await closed).toBe(129)
      await written.close()
    },
  )

  it('stays quiet when its reader leaves', async () => {
    const path = file('quiet.json', typical)
    const child = spawn('sh', [
      '-c',
      '"$0" "$1" assess "$2" --json | head -c 1 >/dev/null',
      process.execPath,
      command,
      path,
    ])
    let err = ''
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      err += text
    })
    await new Promise((resolve) => child.on('close', resolve))
    expect(err).toBe('')
  })
})

describe('the command as a shell finds it', () => {
  it('loads each command from nothing, and ends with its exit code', async () => {
    const { err } = await facialis(['asses'])
    const names = /it is (.*) or help\.$/.exec(err.trimEnd())?.[1]?.split(', ') ?? []
    expect(names).toContain('start')
    for (const name of names) {
      const ended = await facialisProcess([name, '--no-such-word'])
      expect(ended, name).toEqual({ code: 2, out: '', err: expect.stringMatching(/^facialis: .*--no-such-word.*\n$/) })
    }
  })

  it('runs on a Node that runs TypeScript, and hands over to the pinned one on a Node that does not', async () => {
    const here = await found([], ['--version'])
    expect([here.code, here.err]).toEqual([0, ''])
    expect(await found(['--no-strip-types'], ['--version'])).toEqual(here)
    expect((await found(['--no-strip-types'], ['asess'])).code).toBe(2)
  })
})
