import { foldText } from '@facialis/fhir/terms/fold-text.ts'
import type { TeamMember } from '@facialis/wire'

/** Whether somebody is meant by what was typed: a part of the name, role, place or a language, with its accents or without. */
export function isFound({ name, role, location, languages }: TeamMember, typed: string): boolean {
  const wanted = foldText(typed.trim())
  return [name, role, location, ...languages].some((text) => foldText(text).includes(wanted))
}
