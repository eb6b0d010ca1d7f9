import { changesBetween } from '@facialis/engine/govern/index.ts'
import { type Decision, ownJudgement, type Pathway } from '@facialis/language'
import { expect, test } from 'vitest'
import { knee } from '../every-form/knee/index.ts'

const lists = [
  'passages',
  'facts',
  'entries',
  'screens',
  'policy',
  'collections',
  'rankings',
  'steps',
  'alerts',
  'checks',
  'labels',
  'conflicts',
  'terminology',
] as const

/** What a part says under one of its keys, said otherwise. */
const otherwise = (value: unknown): unknown =>
  typeof value === 'string'
    ? `${value} otherwise`
    : typeof value === 'number'
      ? value + 1
      : typeof value === 'boolean'
        ? !value
        : undefined

test.each(lists)(
  'whatever plain words, numbers and marks one of the %s says itself, it cannot say otherwise unseen',
  (list) => {
    const parts = knee[list]
    expect(parts.length).toBeGreaterThan(0)
    const unseen = parts.flatMap((part: object, at) =>
      Object.entries(part).flatMap(([key, value]) => {
        const other = otherwise(value)
        if (other === undefined || key === 'kind') return []
        const changed = {
          ...knee,
          [list]: parts.map((one: object, place) => (place === at ? { ...one, [key]: other } : one)),
        }
        return changesBetween(knee, changed as unknown as Pathway).length > 0 ? [] : [`${at} ${key}`]
      }),
    )
    expect(unseen).toEqual([])
  },
)

/** What a decision is made of, by what each of it is called among the parts of a pathway. */
const within = { rules: 'rule', needs: 'need', limits: 'limit', exceptions: 'exception' } as const

test.each(Object.entries(within))(
  'one of the %s of a decision cannot say otherwise without being named',
  (list, kind) => {
    const changed = knee.decisions.flatMap(({ body, ...decision }, at) => {
      const own = (body as Readonly<Record<string, unknown>>)[list]
      return Array.isArray(own) ? own.map((one: object, place) => ({ body, decision, at, one, place, own })) : []
    })
    expect(changed.length).toBeGreaterThan(0)
    for (const { body, decision, at, one, place, own } of changed) {
      const other = { ...one, text: 'otherwise', because: [ownJudgement('otherwise')] }
      const decisions = knee.decisions.with(at, {
        ...decision,
        body: { ...body, [list]: own.with(place, other) },
      } as Decision)
      const { id, code } = one as Readonly<{ id?: string; code?: string }>
      const named = changesBetween(knee, { ...knee, decisions }).map(({ part }) => part.name)
      expect(named).toContain(`${kind} ${decision.id} ${code ?? id}`)
    }
  },
)
