import { actKinds } from '@facialis/wire'
import { expect, test } from 'vitest'
import { deedWords, isTold } from '../../clinic/src/screens/audit/deeds.ts'
import { cdsRoutes } from '../../server/cds-hooks/cds-routes.ts'
import { routes } from '../../server/routes/index.ts'

const kept = routes.flatMap(({ audit }) =>
  // What is said in words here is worked out: a kind of act, an entry of a batch.
  typeof audit === 'string' ? audit.split(', or ').filter((word) => /^[a-z-]+$/.test(word)) : [],
)

test('whatever the audit trail keeps has words on its screen', () => {
  const besideRoutes = ['let-in', 'fhir-import', 'set-up', 'set-up-link']
  const refused = ['cds-refused', 'asked-and-refused', 'sent-and-refused', 'strangers-refused', 'foreign-page-refused']
  const ofOthers = [...cdsRoutes.map(({ audit }) => audit), ...refused, ...besideRoutes]
  expect([...kept, ...ofOthers, ...actKinds].filter((action) => !isTold(action))).toEqual([])
  expect(deedWords('something-new')).toBe('something new')
})
