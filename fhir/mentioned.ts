import { folded } from './folded-words.ts'
import { isText, type JsonObject, objectsIn } from './json.ts'

/** Whether one of these names, or parts of names, stands in one of the texts. */
export const isNamedIn = (texts: readonly unknown[], names: readonly string[]): boolean =>
  texts.some((text) => {
    if (!isText(text)) return false
    const plain = folded(text)
    return names.some((name) => plain.includes(folded(name)))
  })

/**
 * Whether it is named in what is written for people: notes on an event, an order or what was used, and how a dose is to be
 * taken. "No botulinum toxin today" names it too: nobody but a reader can tell what such words say.
 */
export function isMentioned(resource: JsonObject, products: readonly JsonObject[], names: readonly string[]): boolean {
  const notes = [resource, ...products].flatMap(({ note }) => objectsIn(note))
  const doses = [resource.dosage, resource.dosageInstruction].flat().flatMap((dose) => objectsIn([dose]))
  const written = [...notes, ...doses].map(({ text }) => text)
  return isNamedIn([...written, resource.patientInstruction, ...doses.map((dose) => dose.patientInstruction)], names)
}
