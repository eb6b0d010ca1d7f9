import { describe, expect, test } from 'vitest'
import type { Guard } from '../../index.ts'
import { refuse } from '../../index.ts'
import { ada, clinician, create, freshRecord, nurse, refusesWith, task, write } from '../fixture.ts'

/** What a guard promises, which looks at an act before it is written. */
export function guarding(): void {
  describe('guards', () => {
    const decision = {
      pathway: 'demo',
      pathwayVersion: '1.0.0',
      input: '{"b":1,"a":2}',
      policy: '{}',
      advice: '{"x": 1}',
    }

    test('a refused act leaves nothing but its refusal in the audit trail', async () => {
      const record = await freshRecord()
      await write(record, create(ada))
      const before = await record.counts()
      const refused = await record.act({
        actor: clinician,
        action: 'order',
        patientId: 'ada',
        reason: 'asked by phone',
        changes: [create(task('order', { status: 'active' }))],
        guard: () => ({
          ok: false,
          problem: { code: 'gate-shut', sentence: 'Not yet.', where: 'gate', detail: ['mri'] },
        }),
        decision,
        alongside: async (stores) => {
          await stores.settings.put('touched', true)
          return undefined
        },
      })
      expect(refused).toEqual({
        ok: false,
        problem: { code: 'gate-shut', sentence: 'Not yet.', where: 'gate', detail: ['mri'] },
      })
      const after = await record.counts()
      expect({ ...after, audit: null }).toEqual({ ...before, audit: null })
      expect(await record.settings.get('touched')).toBeUndefined()
      expect(await record.auditEntries({ patientId: 'ada', limit: 1 })).toMatchObject([
        {
          seq: 2,
          outcome: 'refused',
          action: 'order',
          actor: clinician,
          problem: 'gate-shut',
          changes: [],
          decision: null,
          beside: { reason: 'asked by phone', problem: { sentence: 'Not yet.' } },
        },
      ])
    })

    test('a guard sees the record as it was before the act: one bundle cannot clear and order at once', async () => {
      const record = await freshRecord()
      const guard: Guard = async (view, proposed) => {
        const cleared = await view.search({ type: 'Clearance', patientId: 'ada', limit: 1 })
        expect(proposed.map((one) => one.type)).toContain('Order')
        return cleared.resources.length > 0 ? { ok: true } : refuse('gate-shut', 'Not cleared.', 'gate')
      }
      const clearance = create({ resourceType: 'Clearance', id: 'c', patient: 'ada' })
      const order = create({ resourceType: 'Order', id: 'o', patient: 'ada' })
      const asked = { actor: clinician, action: 'order', patientId: 'ada', guard }
      expect(await record.act({ ...asked, changes: [clearance, order] })).toMatchObject(refusesWith('gate-shut'))
      await write(record, clearance)
      expect(await record.act({ ...asked, changes: [order] })).toMatchObject({ ok: true })
    })

    test('a finding and an order that meet are never both accepted', async () => {
      const record = await freshRecord()
      const lacking =
        (type: string): Guard =>
        async (view) => {
          const found = await view.search({ type, limit: 1 })
          return found.resources.length === 0 ? { ok: true } : refuse('too-late', `${type} came first.`, 'gate')
        }
      const rounds = Array.from({ length: 50 }, (_, round) => round)
      for (const round of rounds) {
        const [flag, order] = [`Flag${String.fromCharCode(65 + (round % 26))}${round > 25 ? 'x' : ''}`, 'Order']
        const other = flag.replace('Flag', order)
        const results = await Promise.all([
          record.act({
            actor: nurse,
            action: 'flag',
            changes: [create({ resourceType: flag })],
            guard: lacking(other),
          }),
          record.act({
            actor: nurse,
            action: 'order',
            changes: [create({ resourceType: other })],
            guard: lacking(flag),
          }),
        ])
        expect(results.filter((one) => one.ok)).toHaveLength(1)
      }
    })

    test('the decision a guard made is logged with the act, byte for byte', async () => {
      const record = await freshRecord()
      const done = await record.act({
        actor: clinician,
        action: 'order',
        patientId: 'ada',
        at: '2026-11-23T10:00:00Z',
        changes: [create(task('order'))],
        guard: () => ({ ok: true, decision }),
      })
      if (!done.ok || done.value.decisionId === null) throw new Error('no decision')
      const logged = await record.decision(done.value.decisionId)
      expect(logged).toEqual({
        ...decision,
        id: done.value.decisionId,
        actId: done.value.actId,
        at: '2026-11-23T10:00:00.000Z',
        patientId: 'ada',
      })
      expect(await record.decisionsOf('ada')).toEqual([logged])
    })

    test('a guard that waits for another write is stopped instead of standing still for ever', async () => {
      const record = await freshRecord()
      const guard: Guard = async () => {
        await record.settings.put('a', 1)
        return { ok: true }
      }
      await expect(record.act({ actor: nurse, action: 'x', changes: [], guard })).rejects.toThrow(
        /inside another write/,
      )
      expect(await record.act({ actor: nurse, action: 'x', changes: [create(ada)] })).toMatchObject({ ok: true })
    })

    test('a guard with a bug writes nothing', async () => {
      const record = await freshRecord()
      const guard: Guard = () => {
        throw new Error('bug')
      }
      await expect(record.act({ actor: nurse, action: 'x', changes: [create(ada)], guard })).rejects.toThrow('bug')
      expect(await record.counts()).toMatchObject({ versions: 0, audit: { seq: 0 } })
    })
  })
}
