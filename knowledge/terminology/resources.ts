import type { Code, CodeMeaning } from '@facialis/language'
import { exception, study } from '../entries/index.ts'
import { snomed } from '../facts/codes.ts'
import { birthDate, dxSignedBy, episodeClosed, referralReceived } from '../facts/index.ts'
import { enters, measures, ours, row, states } from './row.ts'

/** Clinicians whose role says they may sign the diagnosis. General ophthalmologists are not among them. */
const signer = (code: Code, word: 'neurologist' | 'neurosurgeon'): CodeMeaning =>
  row(code, word, ['role'], states(dxSignedBy, word), states(study.fields.readerRole, word))

const roles: readonly CodeMeaning[] = [
  signer(snomed('56397003'), 'neurologist'),
  signer(snomed('45544007'), 'neurosurgeon'),
  signer(ours('nucc:2084N0400X'), 'neurologist'),
  signer(ours('nucc:207T00000X'), 'neurosurgeon'),
  signer(ours('neurologist'), 'neurologist'),
  signer(ours('neurosurgeon'), 'neurosurgeon'),
  row(
    ours('ophthalmologist'),
    'neuro- or oculoplastic ophthalmologist',
    ['role'],
    states(dxSignedBy, 'ophthalmologist'),
  ),
  row(ours('specialist-elsewhere'), 'specialist elsewhere', ['role'], states(dxSignedBy, 'specialist-elsewhere')),
  row(ours('trainee'), 'trainee', ['role'], states(dxSignedBy, 'trainee')),
]

/** What stands in resources without a code of its own, and acts that are written as one resource. */
export const resourceTerms: readonly CodeMeaning[] = [
  ...roles,
  row(ours('Patient.birthDate'), 'date of birth', ['Patient'], measures(birthDate)),
  row(ours('Patient.deceased'), 'death', ['Patient'], states(episodeClosed, 'deceased')),
  row(ours('referral'), 'referral for facial movement', ['ServiceRequest'], measures(referralReceived)),
  row(ours('exception'), 'standing exception', ['Flag'], enters(exception), measures(exception.fields.expires)),
  row(ours('diagnosis-signed'), 'signed clinical conclusion', ['Condition']),
]
