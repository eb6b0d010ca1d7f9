import type { Contact, PatientIdentity } from '@facialis/wire'

/** What is told of how somebody is reached, in the order in which it is asked. */
export const reaching = ['phone', 'email', 'interpreter'] as const
type Reaching = (typeof reaching)[number]
export type TypedContact = Readonly<Record<Reaching, string>>

/** Only what was typed otherwise is sent, so that two people who change different things both keep theirs. */
export const changedContact = (known: Pick<PatientIdentity, Reaching>, typed: TypedContact): Contact =>
  Object.fromEntries(
    reaching.flatMap((field) => {
      const said = typed[field].trim()
      return said === (known[field] ?? '') ? [] : [[field, said === '' ? null : said]]
    }),
  )
