import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { asOf, bundle, openFolder, typical } from '../test/given.ts'
import { facialis } from '../test/in-this-process.ts'

const { file, folder } = openFolder()

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
    ['half of a character', '{"note": "\\ud800"}', 'cannot be read at line 1, column 10: it contains half a character'],
    ['not a number', '{"facts": {"egfr": NaN}}', 'is not JSON: it cannot be understood at line 1, column 20'],
    ['a number nobody can hold', '{"facts": {"egfr": 1e400}}', 'column 20: the number is too large to represent'],
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
    ['half of a file', '{"facts": {', 'is not JSON: it ends unexpectedly'],
    ['a number', '7', 'Plain facts are an object'],
    ['a list of resources', [{ resourceType: 'Patient' }], 'A FHIR bundle is expected'],
    ['one resource', { resourceType: 'Patient' }, 'A FHIR bundle is expected, not a "Patient"'],
    ['an observation', { resourceType: 'Observation' }, 'A FHIR bundle is expected, not an "Observation"'],
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
    [['assess', file('half.json', '{"facts": {')], 'is not JSON: it ends unexpectedly'],
    [['assess', '-', '--policy', file('no-list.json', '84')], 'no-list.json: the numbers must be an object'],
    [
      ['assess', '-', '--policy', file('no-day.json', [{ values: {} }])],
      'no-day.json, at [0].effectiveFrom: nothing is not a day (YYYY-MM-DD)',
    ],
    [['assess'], 'Name the file'],
    [['assess', 'no-such-file.json'], 'no-such-file.json cannot be read: there is no such file'],
    [['assess', '-', '--as-of', '2026-11'], '"2026-11" is not a day'],
    [['assess', '-', '--colour'], '--colour'],
    [['assess', 'a', 'b'], 'Only one file at a time'],
    [['assess', '-', 'a'], 'Only one file at a time: "a" is one too many'],
    [['assess', ''], 'Name the file'],
    [['assess', folder], 'cannot be read: it is a folder'],
    [['assess', join(folder, 'nothing', 'here.json')], 'cannot be read: there is no such file'],
    [['assess', '-', '--as-of', '2026-02-30'], '--as-of "2026-02-30" is not a day'],
    [['assess', '-', '--as-of', ''], '--as-of "" is not a day'],
    [['assess', '-', '--as-of'], '--as-of'],
    [['assess', '-', '--as-of', '--json'], "Option '--as-of' argument is ambiguous; see"],
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
