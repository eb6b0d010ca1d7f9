import type { Contact, PatientIdentity } from '@facialis/wire'

export type TypedContact = Readonly<Record<keyof Contact, string>>

/** Only what was typed otherwise is sent, so that two people who change different things both keep theirs. */
export const changedContact = (known: Pick<PatientIdentity, keyof Contact>, typed: TypedContact): Contact =>
  Object.fromEntries(
    (['phone', 'email', 'interpreter'] as const).flatMap((field) => {
      const said = typed[field].trim()
      return said === (known[field] ?? '') ? [] : [[field, said === '' ? null : said]]
    }),
  )
