import { may } from '@facialis/wire'
import type { SignedIn } from '../identity/account.ts'

/** The purpose of use, as the audit trail and other systems call it. */
export const breakGlass = 'BTG'

/** Whom an emergency is for: of a clinical profession, and in a role to which records are shut. */
export const mayOpenInEmergency = ({ roles, profession }: SignedIn): boolean =>
  profession !== null && may(roles, 'chart:emergency') && !may(roles, 'chart:read')
