import { describe, expect, it } from 'vitest'
import { changedTeam, memberDraft, memberForm, memberOf } from './team-list.ts'

describe('the care-team directory', () => {
  const ada = { name: 'Demo Ada', role: 'Nurse', phone: '555-0101', location: 'Room 1', languages: ['English'] }
  const ben = { ...ada, name: 'Demo Ben' }

  it('reads languages typed with commas', () =>
    expect(memberOf({ ...memberForm(ada), languages: ' English,Deutsch , ' }).languages).toEqual([
      'English',
      'Deutsch',
    ]))
  it('gives what is typed over somebody at one place to nobody who is called alike at another', () => {
    const reception = { ...ada, name: 'Demo Reception' }
    const keys = [reception, { ...reception, location: 'Room 2' }, reception].map(memberDraft)
    expect([keys[0] === keys[1], keys[0] === keys[2]]).toEqual([false, true])
  })
  it('keeps what is typed over somebody whose name is cut in the middle of a sign, or as long as a name may be', () => {
    const [sign, long] = [`${'x'.repeat(59)}😀`, 'x'.repeat(500)]
    expect(decodeURIComponent(encodeURIComponent(memberDraft({ ...ada, name: sign })))).toContain('x'.repeat(59))
    expect(memberDraft({ ...ada, name: long, role: long, location: long }).length).toBeLessThanOrEqual(200)
  })
  it('adds at the end', () => expect(changedTeam([ada], null, ben)).toEqual([ada, ben]))
  it('changes in place', () => {
    const moved = { ...ada, location: 'Room 2' }
    expect(changedTeam([ada, ben], ada, moved)).toEqual([moved, ben])
  })
  it('takes one out', () => expect(changedTeam([ada, ben], ada, null)).toEqual([ben]))
  it('never overwrites what somebody else changed meanwhile', () =>
    expect(changedTeam([{ ...ada, phone: '555-0199' }], ada, ben)).toBeNull())
  it('stays as it is where whoever lost the answer presses again: nobody stands in it twice', () => {
    const team = [ada, ben]
    expect(changedTeam(team, null, ben)).toBe(team)
    expect(changedTeam(team, { ...ada, phone: '555-0199' }, ada)).toBe(team)
  })
})
