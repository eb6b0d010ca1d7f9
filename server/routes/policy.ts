import { may } from '@facialis/wire'
import type { Clinic } from '../clinic/clinic.ts'
import { checkPolicy, policyHistory, policyInForce, putPolicy } from '../core/policy.ts'
import { refusalOf } from '../core/refusal.ts'
import { answer, route } from '../http/route.ts'

async function policyPage(clinic: Clinic) {
  const inForce = await policyInForce(clinic)
  const numbers = clinic.pathway.policy.map(({ id, label, unit, min, max, default: standard }) => ({
    id,
    label,
    unit,
    default: standard,
    min,
    max,
    value: inForce[id] ?? standard,
  }))
  return { values: inForce, numbers, history: await policyHistory(clinic.record) }
}

export const policyRoutes = [
  route(
    'GET',
    '/api/policy',
    { may: 'policy:read', audit: { not: 'reveals nothing about any patient' } },
    async ({ clinic }) => answer(await policyPage(clinic)),
  ),

  route(
    'PUT',
    '/api/policy',
    {
      may: 'policy:write',
      audit: 'policy-changed',
    },
    async ({ clinic, body, who, requestId }) => {
      const checked = checkPolicy(clinic.pathway, body.values)
      if (!checked.ok) return checked
      const done = await clinic.record.act({
        actor: { id: who.id },
        action: 'policy-changed',
        changes: [],
        requestId,
        reason: JSON.stringify(checked.value),
        alongside: async (stores) => {
          const history = await policyHistory(stores)
          const values = { ...history.at(-1)?.values, ...checked.value }
          await putPolicy(stores, [...history, { from: clinic.today(), by: who.name, values }])
          return undefined
        },
      })
      if (!done.ok) return refusalOf(done.problem)
      return answer(await policyPage(clinic))
    },
  ),

  route(
    'POST',
    '/api/policy/what-if',
    { may: 'policy:try', audit: 'policy-tried' },
    async ({ clinic, body, who, requestId }) => {
      const checked = checkPolicy(clinic.pathway, body.values)
      if (!checked.ok) return checked
      const told = await clinic.whatIf(checked.value, { names: may(who.roles, 'board:read') })
      if (told.state === 'answered')
        await clinic.record.auditRead({
          actor: { id: who.id },
          what: told.who === null ? 'how many other numbers would move' : 'whom other numbers would move',
          action: 'policy-tried',
          reason: JSON.stringify(checked.value),
          requestId,
        })
      return answer(told)
    },
  ),
]
