import { actKinds } from '@facialis/wire'
import { expect, test } from 'vitest'
import { deedWords, isTold } from '../../clinic/src/screens/audit/deeds.ts'
import { routes } from '../../server/routes/index.ts'

const kept = routes.flatMap(({ audit }) =>
  typeof audit === 'string' && audit !== 'the kind of the act' ? audit.split(', or ') : [],
)

test('whatever the audit trail keeps of our own pages has words on its screen', () => {
  const own = [...kept, ...actKinds].filter((action) => !action.startsWith('fhir-'))
  expect(own.filter((action) => !isTold(action))).toEqual([])
  expect(deedWords('something-new')).toBe('something new')
})
