import type { TeamMember } from '@facialis/wire'
import { afterEach, describe, expect, it } from 'vitest'
import { cleanUp, openHouse } from './support.ts'

afterEach(cleanUp)
const member = (name: string): TeamMember => ({
  name,
  role: 'Nurse',
  phone: '555-0100',
  location: 'Room 1',
  languages: [],
})

describe('the directory of the care team', () => {
  it('loses nobody where two people add somebody at once: the slower one is told to look again', async () => {
    const house = await openHouse()
    const listed = async () => (await house.ask<TeamMember[]>(null, 'GET', '/api/front-door/team')).body
    const was = await listed()
    const add = (who: 'coordinator' | 'administrator', name: string) =>
      house.ask(who, 'PUT', '/api/team', { was, is: [...was, member(name)] })
    const both = await Promise.all([add('coordinator', 'Demo Nurse One'), add('administrator', 'Demo Nurse Two')])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412])
    const refused = both.find(({ status }) => status === 412)
    expect(refused?.problem).toMatchObject({ code: 'version-conflict', where: 'was' })
    expect(await listed()).toHaveLength(was.length + 1)
  })
})
