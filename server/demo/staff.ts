import type { Profession, Role } from '@facialis/wire'

/** The people who work in the demo clinic. All made up; everyone may know the password, for there is nothing real to see. */
export const demoPassword = 'demo-clinic-hummingbird'

export type DemoStaff = Readonly<{
  login: string
  name: string
  roles: readonly Role[]
  profession: Profession | null
  senior: boolean
}>

export const demoStaff: readonly DemoStaff[] = [
  {
    login: 'demo.neurologist',
    name: 'Demo Dr Nora Nerve',
    roles: ['clinician'],
    profession: 'neurologist',
    senior: true,
  },
  { login: 'demo.surgeon', name: 'Demo Dr Sam Scope', roles: ['surgeon'], profession: 'neurosurgeon', senior: true },
  { login: 'demo.trainee', name: 'Demo Dr Tia Learner', roles: ['clinician'], profession: 'trainee', senior: false },
  { login: 'demo.nurse', name: 'Demo Nurse Nils Gentle', roles: ['nurse'], profession: 'nurse', senior: false },
  {
    login: 'demo.reader',
    name: 'Demo Dr Rita Reader',
    roles: ['imaging-reader'],
    profession: 'neuroradiologist',
    senior: false,
  },
  { login: 'demo.coordinator', name: 'Demo Cora Diary', roles: ['coordinator'], profession: null, senior: false },
  {
    login: 'demo.author',
    name: 'Demo Dr Paul Pathway',
    roles: ['pathway-author'],
    // A doctor whose role opens no record: in an emergency they may open one.
    profession: 'neurologist',
    senior: false,
  },
  { login: 'demo.privacy', name: 'Demo Petra Privacy', roles: ['privacy-officer'], profession: null, senior: false },
  { login: 'demo.research', name: 'Demo Rob Register', roles: ['researcher'], profession: null, senior: false },
]

/** What is printed for whoever tries the demo clinic. */
export const signInNote = (): string =>
  [
    `Demo clinic with made-up people. Sign in as one of these; the password for all is "${demoPassword}":`,
    ...demoStaff.map(({ login, name, roles }) => `  ${login.padEnd(18)} ${name} (${roles.join(', ')})`),
  ].join('\n')
