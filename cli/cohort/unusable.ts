import { jsonFaultIn } from '../input/json-fault.ts'

/** Why a line cannot be used, after its place: it is not JSON, or says two things. */
export const unusable = (text: string): string => {
  const says = jsonFaultIn(text)?.says ?? null
  return says === null ? 'is not JSON' : `cannot be read: ${says}`
}
