import { type Json, toldOf } from './hooks.ts'

/** Codes and people of whom the hooks are told. */
export const coded = (system: string, code: string, display = 'as it is called there') => ({
  coding: [{ system, code, display }],
})
export const icd = (code: string) => coded('http://hl7.org/fhir/sid/icd-10-cm', code)
export const beforeTheScan = toldOf('typical-left-before-the-scan')
export const cleared = toldOf('typical-left-after-the-scan')
export const nobody = {
  prefetch: {
    ...Object.fromEntries(Object.keys(cleared.prefetch).map((key) => [key, null])),
    patient: { resourceType: 'Patient', id: 'demo', birthDate: '1970-01-01' },
  } as Json,
}
