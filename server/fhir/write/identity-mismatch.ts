import { isObject, isText, objectsIn } from '@facialis/fhir/json/json.ts'
import { namesOf } from '@facialis/fhir/read/person-name.ts'
import { codingsOf, wordsOf } from '@facialis/fhir/terms/concept.ts'
import { foldText } from '@facialis/fhir/terms/fold-text.ts'
import type { Resource } from '@facialis/record'
import { mayBeTheSame } from '../../gate/same-name.ts'
import { birthsConflict } from '../../patient/birth.ts'
import { identityOf } from '../../patient/identity.ts'
import { isSameName, shareAWord } from '../../search-indexing/name-key.ts'
import { referenceKey } from '../../search-indexing/values.ts'

/**
 * Whether what is sent is another than what is here under its id, or where it asks for it. It may be the same, written otherwise or changed since,
 * wherever it does not say enough to tell; a number that both have under one system settles it.
 */
type IsAnother = (sent: Resource, here: Resource) => boolean

/** A name changes, and a birth date is put right: both have to differ. Where one is not known, no word of the name may be common. */
export const isAnotherPerson: IsAnother = (sent, here) => {
  const [names, known] = [namesOf(sent), namesOf(here)]
  if (shareANumber(sent, here) || !areApart(names, known, isSameName)) return false
  const [born, bornHere] = [identityOf(sent, null).birthDate, identityOf(here, null).birthDate]
  return born === null || bornHere === null ? areApart(names, known, shareAWord) : birthsConflict(born, bornHere)
}

const isAnotherColleague: IsAnother = (sent, here) =>
  !shareANumber(sent, here) && areApart(namesOf(sent), namesOf(here), mayBeTheSame)

const isCalledOtherwise: IsAnother = (sent, here) =>
  !shareANumber(sent, here) && areApart(placeNames(sent), placeNames(here), mayBeTheSame)

/** A role is somebody's at some place, and is called by neither. */
const isAnotherRole: IsAnother = (sent, here) =>
  ['practitioner', 'organization'].some((member) => {
    const [one, other] = [namedBy(sent[member]), namedBy(here[member])]
    return one !== null && other !== null && one !== other
  })

/** A list may have been added to it since, or a word; where nothing is the same, it is not the same medicine. */
const isAnotherMedicine: IsAnother = (sent, here) => {
  const [one, other] = [calledBy(sent.code), calledBy(here.code)]
  return one.size > 0 && other.size > 0 && one.isDisjointFrom(other)
}

/** Of what is about nobody, and is named by what is about somebody. */
export const isAnother: Readonly<Record<string, IsAnother>> = {
  Patient: isAnotherPerson,
  Practitioner: isAnotherColleague,
  PractitionerRole: isAnotherRole,
  Organization: isCalledOtherwise,
  Location: isCalledOtherwise,
  Group: isCalledOtherwise,
  Medication: isAnotherMedicine,
}

/** Nobody has more names; each of the one is held against each of the other. */
const mostNames = 50

function areApart(
  some: readonly string[],
  others: readonly string[],
  alike: (one: string, other: string) => boolean,
): boolean {
  const [mine, theirs] = [some, others].map((names) => names.slice(0, mostNames)) as [string[], string[]]
  return mine.length > 0 && theirs.length > 0 && !mine.some((one) => theirs.some((other) => alike(one, other)))
}

const shareANumber: IsAnother = (sent, here) => !numbersOf(sent).isDisjointFrom(numbersOf(here))
const numbersOf = ({ identifier }: Resource): ReadonlySet<string> =>
  new Set(
    objectsIn(identifier).flatMap(({ system, value }) => (isText(system) && isText(value) ? `${system}|${value}` : [])),
  )

const placeNames = ({ name, alias }: Resource): readonly string[] => [name, alias].flat().filter(isText)
const namedBy = (link: unknown): string | null =>
  isObject(link) && isText(link.reference) ? referenceKey(link.reference) : null
const calledBy = (code: unknown): ReadonlySet<string> =>
  new Set([...codingsOf(code).map((one) => `${one.system}|${one.code}`), ...wordsOf(code).map(foldText)])
