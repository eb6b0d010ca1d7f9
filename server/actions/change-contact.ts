import type { Contact, PatientView } from '@facialis/wire'
import type { Clinic } from '../clinic/clinic.ts'
import type { Result } from '../core/refusal.ts'
import { withContact } from '../patient/identity.ts'
import { type Changer, changePerson } from './change-person.ts'

/** How the person is reached from now on. */
export const changeContact = (
  clinic: Clinic,
  { contact, ...changer }: Changer & Readonly<{ contact: Contact }>,
): Promise<Result<PatientView>> =>
  changePerson(clinic, {
    ...changer,
    action: 'contact-changed',
    kind: 'contact',
    after: (patient) => withContact(patient, contact),
  })
