import { adviceAgain, adviceFollowing } from '@facialis/engine/govern/index.ts'
import { planted } from '@facialis/engine/prove/planted.ts'
import { hemifacialSpasm as newest } from '@facialis/knowledge'
import { examples } from '@facialis/knowledge/examples/index.ts'
import { plantedDefects } from '@facialis/knowledge/planted-defects.ts'
import { formatDay, type Pathway } from '@facialis/language'
import { canonical } from '@facialis/record'
import { evaluated, signed } from '@facialis/server/test/journey.ts'
import { cleanUp, openHouse } from '@facialis/server/test/support.ts'
import { afterEach, describe, expect, test } from 'vitest'
import { facialis } from '../../cli/test/as-a-process.ts'
import { asking, fromPlainFacts } from '../examples/forms.ts'

afterEach(cleanUp)

describe('advice that was logged', () => {
  test('is given again byte for byte by the command, beside the running clinic and from a backup', async () => {
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
    expect(await facialis(['replay', '--all', '--data', house.folder])).toMatchObject({ code: 0, out: said })
    expect(await facialis(['replay', '--patient', id, '--file', backup])).toMatchObject({ code: 0, out: said })
    const [last] = logged
    const one = await facialis(['replay', last?.id ?? '', '--data', house.folder])
    expect(one).toMatchObject({ code: 0, out: `${last?.advice}\n` })
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
    expect(out).toContain('another advice, from character')
    expect(out).toContain('1 of 2 decisions give the same advice again')
  })

  test('by an earlier version is what it and the newest of that day said together', () => {
    const [defect] = plantedDefects
    if (!defect) throw new Error('There is no planted defect')
    const followed: Pathway = { ...planted(newest, defect), version: '0.9.0' }
    const of = (version: string) => [followed, newest].find((one) => one.version === version) ?? null
    for (const example of examples.filter((_, place) => place % 40 === 0)) {
      const { chart, asOf } = fromPlainFacts(example)
      const asked = asking(asOf)
      const told = JSON.stringify(adviceFollowing({ followed, newest }, chart, asked))
      const input = canonical({ asOf: formatDay(asked.asOf), chart, newest: newest.version })
      const logged = { pathwayVersion: '0.9.0', input, policy: canonical(asked.policy) }
      const again = adviceAgain(logged, of)
      expect(again.ok && JSON.stringify(again.value), example.id).toBe(told)
      expect(adviceAgain({ ...logged, pathwayVersion: '0.1.0' }, of)).toEqual({
        ok: false,
        sentence: 'The version 0.1.0 of the pathway did not come with this copy.',
      })
    }
  })
})
