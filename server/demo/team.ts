import type { TeamMember } from '@facialis/wire'

/** Who answers for the demo clinic: its coordinator. */
export const demoPhone = '555-0105'

/** Numbers from 555-0100 to 555-0199 are set aside for stories; nobody answers them. */
export const demoTeam: readonly TeamMember[] = [
  {
    name: 'Demo Dr Nora Nerve',
    role: 'Neurologist, injections',
    phone: '555-0101',
    location: 'Demo Hospital, floor 2, room 14',
    languages: ['English', 'Spanish'],
  },
  {
    name: 'Demo Dr Sam Scope',
    role: 'Neurosurgeon',
    phone: '555-0102',
    location: 'Demo Hospital, floor 4, room 3',
    languages: ['English'],
  },
  {
    name: 'Demo Dr Rita Reader',
    role: 'Neuroradiologist',
    phone: '555-0103',
    location: 'Demo Hospital, ground floor',
    languages: ['English', 'French'],
  },
  {
    name: 'Demo Nurse Nils Gentle',
    role: 'Clinic nurse',
    phone: '555-0104',
    location: 'Demo Hospital, floor 2, room 12',
    languages: ['English', 'German'],
  },
  {
    name: 'Demo Cora Diary',
    role: 'Coordinator: appointments and referrals',
    phone: demoPhone,
    location: 'Demo Hospital, floor 2, desk',
    languages: ['English', 'Portuguese', 'Turkish'],
  },
]
