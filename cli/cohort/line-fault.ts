import { jsonFaultIn } from '../input/json-fault.ts'

/** Why a line is rejected, as the end of a sentence: it is not JSON, or is ambiguous. */
export const lineFault = (text: string): string => {
  const says = jsonFaultIn(text)?.says ?? null
  return says === null ? 'is not JSON' : `cannot be read: ${says}`
}
