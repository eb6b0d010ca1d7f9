import { expect, it } from 'vitest'
import { draftOrdersIn } from './drafts.ts'

it.each([
  [{}, 'this entry has no resource.', ''],
  [null, 'this entry has no resource.', ''],
  [{ resource: 7 }, 'not 7.', '.resource'],
  [{ resource: { status: 'draft' } }, 'this has no resourceType.', '.resource'],
])('an entry %j among the orders in progress is told for what it lacks, and where', (entry, says, at) => {
  const order = { resource: { resourceType: 'ServiceRequest', subject: { reference: 'Patient/1' } } }
  const read = draftOrdersIn({ draftOrders: { resourceType: 'Bundle', entry: [order, entry] } }, '1')
  expect(read).toMatchObject({
    ok: false,
    problem: { where: `context.draftOrders.entry[1]${at}`, sentence: expect.stringContaining(says) },
  })
})
