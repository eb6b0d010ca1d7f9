import type { Role } from '@facialis/wire'

type Able = Readonly<{ can: readonly string[]; later?: string }>
/** What somebody can do who sees no board. */
export const words = {
  title: 'Start',
  lead: (clinic: string) => `You are signed in at ${clinic}. Patients’ records are open to those who treat them.`,
  can: 'What you can do here',
  later: 'Not built yet',
  guidance: 'Open the guidance book',
  guidanceText: 'Every rule with its passage, its proof and the example patients.',
  audit: 'Open the audit trail',
  auditText: 'Who looked at a record, and who did what in it.',
  accounts: 'Open the accounts',
  accountsText: 'Who may sign in, and what they may do.',
  team: 'Open the team directory',
  teamText: 'Who is listed at the front door, and the number people ring.',
  emergency: 'Open a record in an emergency',
  emergencyText: 'One person’s record, read only, for four hours. The privacy officer is told at once.',
  roles: {
    'privacy-officer': {
      can: ['Every look at a record and every act is written to the audit trail, and you alone may read it.'],
    },
    researcher: {
      can: ['You can read the rules by which people are treated here. No patient’s record is open to you.'],
      later: 'Counts and outcomes without names, for registries and studies.',
    },
    'pathway-author': {
      can: ['You can read the pathway as it is in force, and set the numbers a site may set.'],
      later: 'Proposing a rule change from here. For now, changes are proposed in the pathway’s own files.',
    },
    referrer: { can: ['You can refer a patient and follow the referral with its status link.'] },
    patient: { can: ['You can ask for an appointment and follow the request with its status link.'] },
  } as Readonly<Partial<Record<Role, Able>>>,
} as const
