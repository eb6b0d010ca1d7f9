import { hemifacialSpasm } from '@facialis/knowledge'
import { defaultPolicy } from '@facialis/language'
import { afterEach, describe, expect, it } from 'vitest'
import { cleanUp, openHouse } from '../support.ts'

afterEach(cleanUp)

describe('the site’s numbers', () => {
  it('are set by the pathway author within their bounds, and count at once', async () => {
    const house = await openHouse()
    const put = (values: object) =>
      house.ask<{ values: Record<string, number> }>('author', 'PUT', '/api/policy', { values })
    expect((await put({ minimumReinjectionInterval: 60 })).problem).toMatchObject({
      code: 'out-of-bounds',
      where: 'values["minimumReinjectionInterval"]',
    })
    expect((await put({ minimumReinjectionIntervall: 90 })).problem.code).toBe('unknown-number')
    expect((await put({ minimumReinjectionInterval: 100 })).body.values.minimumReinjectionInterval).toBe(100)
    const id = await house.patient()
    expect((await house.view(id)).policy.minimumReinjectionInterval).toBe(100)
    expect(Object.keys((await house.view(id)).policy)).toEqual(Object.keys(defaultPolicy(hemifacialSpasm.policy)))
  })
})
