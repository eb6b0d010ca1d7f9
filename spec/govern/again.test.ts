import { adviceFollowing, replayAdvice } from '@facialis/engine/govern/index.ts'
import { plantDefect } from '@facialis/engine/prove/plant-defect.ts'
import { hemifacialSpasm as newest } from '@facialis/knowledge'
import { examples } from '@facialis/knowledge/examples/index.ts'
import { plantedDefects } from '@facialis/knowledge/planted-defects.ts'
import { formatDay, type Pathway } from '@facialis/language'
import { canonical, openRecord } from '@facialis/record'
import { evaluated, signed } from '@facialis/server/test/journey.ts'
import { cleanUp, openHouse } from '@facialis/server/test/support.ts'
import { afterEach, describe, expect, test } from 'vitest'
import { pathwayOfVersion, shippedReleases } from '../../cli/input/versions.ts'
import { facialisProcess } from '../../cli/test/as-a-process.ts'
import { facialis } from '../../cli/test/in-this-process.ts'
import { asking, fromPlainFacts } from '../examples/forms.ts'

afterEach(cleanUp)

describe('advice that was logged', () => {
  test('is replayed byte for byte by the command, beside the running clinic and from a backup', async () => {
    const house = await openHouse()
    const id = await house.patient()
    await house.act('neurologist', id, evaluated('2026-11-23'))
    await house.act('neurologist', id, signed('2026-11-23'))
    const { record } = house.built.clinic
    const logged = await record.decisionsOf(id)
    expect(logged).toHaveLength(2)
    const backup = `${house.folder}/backup.sqlite`
    await record.backup(backup)
    const said = '2 of 2 decisions give the same advice again, byte for byte.\n'
    expect(await facialisProcess(['replay', '--all', '--data', house.folder])).toMatchObject({ code: 0, out: said })
    expect(await facialis(['replay', '--patient', id, '--file', backup])).toMatchObject({ code: 0, out: said })
    const [last] = logged
    const one = await facialis(['replay', last?.id ?? '', '--data', house.folder])
    expect(one).toMatchObject({ code: 0, out: `${last?.advice}\n` })
  })

  test('stays the same after the site set other numbers, a newer version came, the person was discharged and the record moved', async () => {
    const house = await openHouse()
    const id = await house.patient()
    await house.act('neurologist', id, evaluated('2026-11-23'))
    await house.act('neurologist', id, signed('2026-11-23'))
    const { values } = (await house.ask<{ values: Record<string, number> }>('author', 'GET', '/api/policy')).body
    const others = { values: { ...values, minimumReinjectionInterval: (values.minimumReinjectionInterval ?? 0) + 7 } }
    expect((await house.ask('author', 'PUT', '/api/policy', others)).status).toBe(200)
    const closure = { kind: 'closure', date: '2026-11-23', facts: { 'episode.closed': 'discharged' } } as const
    expect((await house.act('neurologist', id, closure)).status).toBe(200)
    const { record } = house.built.clinic
    const logged = await record.decisionsOf(id)
    expect(new Set(logged.map(({ policy }) => policy)).size).toBe(2)
    // An earlier release speaks with the numbers and facts of its own.
    const [released] = shippedReleases()
    const followed = pathwayOfVersion(released?.head.version ?? '')
    const [example] = examples
    if (!example) throw new Error('There is no example')
    const { chart, asOf } = fromPlainFacts(example)
    const asked = asking(asOf)
    const advice = JSON.stringify(adviceFollowing({ followed, newest }, chart, asked))
    const input = canonical({ asOf: formatDay(asked.asOf), chart, newest: newest.version })
    const decision = {
      pathway: newest.id,
      pathwayVersion: followed.version,
      input,
      policy: canonical(asked.policy),
      advice,
    }
    await record.act({ actor: { id: 'demo' }, action: 'earlier', changes: [], decision })
    const backup = `${house.folder}/backup.sqlite`
    await record.backup(backup)
    const elsewhere = `${house.folder}/elsewhere`
    expect((await facialis(['restore', backup, '--data', elsewhere])).code).toBe(0)
    const many = logged.length + 1
    const said = `${many} of ${many} decisions give the same advice again, byte for byte.\n`
    expect(await facialis(['replay', '--all', '--data', elsewhere])).toMatchObject({ code: 0, out: said })
    for (const one of [logged[0], logged.at(-1)])
      expect((await facialis(['replay', one?.id ?? '', '--data', elsewhere])).out).toBe(`${one?.advice}\n`)
  })

  test('that cannot be replayed is named with the reason, and all other advice is still replayed', async () => {
    const house = await openHouse()
    const id = await house.patient()
    await house.act('neurologist', id, evaluated('2026-11-23'))
    const { record } = house.built.clinic
    const [whole] = await record.decisionsOf(id)
    if (!whole) throw new Error('Nothing was logged')
    const kept = async (into: typeof record, more: Partial<typeof whole>): Promise<string> => {
      const decision = { ...whole, ...more }
      const done = await into.act({
        actor: { id: 'demo' },
        action: 'keep',
        patientId: 'somebody',
        changes: [],
        decision,
      })
      if (!done.ok) throw new Error(done.problem.sentence)
      return (await into.decisionsOf('somebody')).find(({ actId }) => actId === done.value.actId)?.id ?? ''
    }
    const reasons: (readonly [string, string])[] = [
      [
        await kept(record, { pathwayVersion: '9.9.9' }),
        'The version 9.9.9 of the pathway did not come with this copy.',
      ],
      [await kept(record, { pathway: 'another-spasm' }), 'it belongs to another pathway, another-spasm.'],
      [await kept(record, { input: '{"asOf":' }), 'What it was given on cannot be read.'],
      [await kept(record, { policy: 'none' }), 'What it was given on cannot be read.'],
    ]
    const all = await facialis(['replay', '--all', '--data', house.folder])
    expect({ code: all.code, err: all.err }).toEqual({ code: 1, err: '' })
    expect(all.out).toContain('1 of 5 decisions give the same advice again')
    for (const [of, why] of reasons) {
      const one = await facialis(['replay', of, '--data', house.folder])
      expect({ code: one.code, err: one.err }).toEqual({ code: 1, err: '' })
      expect(one.out).toContain(why)
      expect(all.out).toContain(one.out)
    }
    // Of another clinic in the same file nothing is told: not even that it is there.
    const other = await openRecord(house.folder, { tenantId: 'other-clinic' })
    if (!other.ok) throw new Error(other.problem.sentence)
    const theirs = await kept(other.value, {})
    await other.value.close()
    for (const nothing of [theirs, 'nothing'])
      expect(await facialis(['replay', nothing, '--data', house.folder])).toEqual({
        code: 2,
        out: '',
        err: `facialis: This record has no decision "${nothing}".\n`,
      })
    expect(await facialis(['replay', '--patient', 'nobody', '--data', house.folder])).toEqual({
      code: 2,
      out: '',
      err: 'facialis: This record has no decision about a patient "nobody".\n',
    })
  })

  test('that was given on other facts, or by other numbers, is found, and where it differs', async () => {
    const house = await openHouse()
    const id = await house.patient()
    await house.act('neurologist', id, evaluated('2026-11-23'))
    const { record } = house.built.clinic
    const [logged] = await record.decisionsOf(id)
    if (!logged) throw new Error('Nothing was logged')
    const advice = logged.advice.replace('"blocked"', '"permitted"')
    await record.act({ actor: { id: 'demo' }, action: 'forge', changes: [], decision: { ...logged, advice } })
    const { code, out } = await facialis(['replay', '--all', '--data', house.folder])
    expect(code).toBe(1)
    expect(out).toContain('different advice, from character')
    expect(out).toContain('1 of 2 decisions give the same advice again')
  })

  test('by an earlier version is what it and the newest of that day said together', () => {
    const [defect] = plantedDefects
    if (!defect) throw new Error('There is no planted defect')
    const followed: Pathway = { ...plantDefect(newest, defect), version: '0.9.0' }
    const of = (version: string) => [followed, newest].find((one) => one.version === version) ?? null
    for (const example of examples.filter((_, place) => place % 40 === 0)) {
      const { chart, asOf } = fromPlainFacts(example)
      const asked = asking(asOf)
      const told = JSON.stringify(adviceFollowing({ followed, newest }, chart, asked))
      const input = canonical({ asOf: formatDay(asked.asOf), chart, newest: newest.version })
      const logged = { pathwayVersion: '0.9.0', input, policy: canonical(asked.policy) }
      const again = replayAdvice(logged, of)
      expect(again.ok && JSON.stringify(again.value), example.id).toBe(told)
      expect(replayAdvice({ ...logged, pathwayVersion: '0.1.0' }, of)).toEqual({
        ok: false,
        sentence: 'The version 0.1.0 of the pathway did not come with this copy.',
      })
    }
  })
})
