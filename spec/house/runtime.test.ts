import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from 'vitest'

describe('the pinned runtime', () => {
  it('is Node 26, whatever the machine brought', () => {
    expect(process.versions.node.split('.')[0]).toBe('26')
  })

  it('brings the embedded database', () => {
    const database = new DatabaseSync(':memory:')
    expect(database.prepare('select 1 as one').get()).toEqual({ one: 1 })
    database.close()
  })

  it('brings calendar days', () => {
    expect(Temporal.PlainDate.from('2026-11-23').add({ days: 90 }).toString()).toBe('2027-02-21')
  })
})
