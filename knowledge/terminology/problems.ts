import type { Code, CodeMeaning, Meaning } from '@facialis/language'
import {
  aneurysm,
  chiari,
  demyelination,
  infarctOrBleed,
  raisedPressure,
  session,
  tumour,
  vascularMalformation,
} from '../entries/index.ts'
import {
  bellPalsy,
  blepharospasm,
  facialMyokymia,
  hemifacialSpasm,
  milkProteinAllergy,
  multipleSclerosis,
  spasmBySide,
} from '../facts/codes.ts'
import {
  chairAllergy,
  chairEye,
  chairNeuromuscular,
  chairPregnancy,
  dxClass,
  dxPhenotype,
  dxSignedBy,
  knownDemyelination,
  knownOtherLesion,
  knownTumour,
  knownVascularMalformation,
  onset,
  phBilateralSync,
  phChildhoodTics,
  phContinuousRipple,
  phDopamineBlocker,
  phJawOrTongue,
  phPriorPalsy,
  rfBilateral,
  rfCancer,
  rfEarDischarge,
  rfFacialNumb,
  rfHearingLoss,
  rfMsHistory,
  rfMyokymia,
  rfParotidMass,
  rfZoster,
  side,
} from '../facts/index.ts'
import { enters, measures, row, states, unconfirmed } from './row.ts'

const { icd10cm } = unconfirmed

/** Beside the code of a confirmed conclusion: since when, and signed in which role. */
const concluded: readonly Meaning[] = [states(dxClass, 'probable'), measures(onset), measures(dxSignedBy)]
const asReason = (code: Code): CodeMeaning =>
  row(code, 'hemifacial spasm', ['reason'], enters(session, { 'session.indication': 'hfs' }))

const spasm: readonly CodeMeaning[] = [
  ...[...hemifacialSpasm, spasmBySide.unspecified].map((code) =>
    row(code, 'hemifacial spasm', ['Condition'], states(dxPhenotype, 'typical'), ...concluded, measures(side)),
  ),
  row(
    spasmBySide.right,
    'hemifacial spasm, right',
    ['Condition'],
    states(dxPhenotype, 'typical'),
    states(side, 'right'),
    ...concluded,
  ),
  row(
    spasmBySide.left,
    'hemifacial spasm, left',
    ['Condition'],
    states(dxPhenotype, 'typical'),
    states(side, 'left'),
    ...concluded,
  ),
  row(
    spasmBySide.both,
    'hemifacial spasm, both sides',
    ['Condition'],
    states(dxPhenotype, 'bilateral'),
    states(side, 'both'),
    states(rfBilateral, 'yes'),
    ...concluded,
  ),
  ...[...hemifacialSpasm, ...Object.values(spasmBySide)].map(asReason),
  // Refuted, it takes back the conclusion, its kind and its signature.
  ...[...hemifacialSpasm, ...Object.values(spasmBySide)].map((code) =>
    row(
      code,
      'not hemifacial spasm',
      ['refuted'],
      states(dxClass, 'unlikely'),
      measures(dxPhenotype),
      measures(dxSignedBy),
    ),
  ),
]

const problem = (codes: readonly Code[], display: string, ...means: readonly Meaning[]): readonly CodeMeaning[] =>
  codes.map((code) => row(code, display, ['Condition'], ...means))

const lookalikes: readonly CodeMeaning[] = [
  ...problem(blepharospasm, 'blepharospasm', states(phBilateralSync, 'yes')),
  ...problem(facialMyokymia, 'facial myokymia', states(phContinuousRipple, 'yes'), states(rfMyokymia, 'yes')),
  ...problem(bellPalsy, 'Bell palsy', states(phPriorPalsy, 'yes')),
  ...problem([icd10cm('G24.4')], 'orofacial dystonia', states(phJawOrTongue, 'yes')),
  ...problem([icd10cm('G24.01')], 'tardive dyskinesia', states(phDopamineBlocker, 'yes')),
  ...problem([icd10cm('F95*')], 'tic disorder', states(phChildhoodTics, 'yes')),
]

/** On the problem list, and as the coded conclusion of a scan. */
const lesion = (code: Code, display: string, onList: Meaning, onScan: Meaning): readonly CodeMeaning[] => [
  row(code, display, ['Condition'], onList),
  row(code, display, ['conclusion'], onScan),
]

/** Recalled, as the next codes are: they can only make advice more careful. */
const unconfirmedSclerosis = [unconfirmed.snomed('426373005')]

const lesions: readonly CodeMeaning[] = [
  ...multipleSclerosis
    .map((code) => ({ ...code, code: code.system === 'icd10cm' ? 'G35*' : code.code }))
    .flatMap((code) => [
      row(code, 'multiple sclerosis', ['Condition'], states(rfMsHistory, 'yes'), states(knownDemyelination, 'present')),
      row(code, 'multiple sclerosis', ['conclusion'], states(demyelination, 'present')),
    ]),
  ...unconfirmedSclerosis.flatMap((code) => [
    row(code, 'multiple sclerosis', ['Condition'], states(rfMsHistory, 'yes'), states(knownDemyelination, 'present')),
    row(code, 'multiple sclerosis', ['conclusion'], states(demyelination, 'present')),
  ]),
  ...['D33.3', 'D32.0', 'D32.9', 'D33.0', 'D33.1', 'D33.2', 'D33.9', 'D42.0', 'D42.9', 'D43*'].flatMap((code) =>
    lesion(icd10cm(code), 'tumour in the head', states(knownTumour, 'present'), states(tumour, 'present')),
  ),
  ...['126949007', '302820008'].flatMap((code) =>
    lesion(unconfirmed.snomed(code), 'tumour in the head', states(knownTumour, 'present'), states(tumour, 'present')),
  ),
  ...['C71*', 'C79.31', 'C79.32'].flatMap((code) => [
    row(icd10cm(code), 'cancer in the head', ['Condition'], states(knownTumour, 'present'), states(rfCancer, 'yes')),
    row(icd10cm(code), 'cancer in the head', ['conclusion'], states(tumour, 'present')),
  ]),
  ...['Q28.2*', 'Q28.3*'].flatMap((code) =>
    lesion(
      icd10cm(code),
      'vascular malformation in the head',
      states(knownVascularMalformation, 'present'),
      states(vascularMalformation, 'present'),
    ),
  ),
  ...lesion(icd10cm('I67.1'), 'aneurysm', states(knownVascularMalformation, 'present'), states(aneurysm, 'present')),
  ...lesion(
    icd10cm('I60*'),
    'subarachnoid haemorrhage',
    states(knownVascularMalformation, 'present'),
    states(infarctOrBleed, 'present'),
  ),
  ...['I61*', 'I63*'].flatMap((code) =>
    lesion(icd10cm(code), 'stroke', states(knownOtherLesion, 'present'), states(infarctOrBleed, 'present')),
  ),
  ...lesion(
    icd10cm('G93.5'),
    'compression of the brain',
    states(knownOtherLesion, 'present'),
    states(chiari, 'present'),
  ),
  ...lesion(icd10cm('Q07.0*'), 'Chiari malformation', states(knownOtherLesion, 'present'), states(chiari, 'present')),
  ...problem([icd10cm('G91*')], 'hydrocephalus', states(knownOtherLesion, 'present')),
  ...lesion(
    icd10cm('G93.2'),
    'raised intracranial pressure',
    states(knownOtherLesion, 'present'),
    states(raisedPressure, 'present'),
  ),
]

/** Recalled families of codes. They can only raise a flag, never lower one. */
const flags: readonly CodeMeaning[] = [
  ...problem([icd10cm('C*')], 'cancer', states(rfCancer, 'yes')),
  ...problem([icd10cm('Z85*')], 'a history of cancer', states(rfCancer, 'yes')),
  ...problem(
    [icd10cm('C07*')],
    'cancer of the parotid',
    states(rfCancer, 'yes'),
    states(rfParotidMass, 'yes'),
    states(knownTumour, 'present'),
  ),
  ...problem(
    [icd10cm('D11.0')],
    'benign tumour of the parotid',
    states(rfParotidMass, 'yes'),
    states(knownTumour, 'present'),
  ),
  ...problem([icd10cm('G50.0')], 'trigeminal neuralgia', states(rfFacialNumb, 'yes')),
  ...problem(
    [icd10cm('H90.41'), icd10cm('H90.42'), icd10cm('H91.2*'), icd10cm('H93.11'), icd10cm('H93.12')],
    'one-sided hearing loss or tinnitus',
    states(rfHearingLoss, 'yes'),
  ),
  ...problem([icd10cm('H71*')], 'cholesteatoma', states(rfEarDischarge, 'yes')),
  ...problem(
    [icd10cm('B02.21')],
    'herpes zoster of the geniculate ganglion (Ramsay Hunt syndrome)',
    states(rfZoster, 'yes'),
  ),
]

const atChair: readonly CodeMeaning[] = [
  ...problem(
    [unconfirmed.snomed('91637004'), icd10cm('G70.0*'), icd10cm('G70.8*'), icd10cm('G73.1'), icd10cm('G12.2*')],
    'neuromuscular disorder',
    states(chairNeuromuscular, 'yes'),
  ),
  ...problem([icd10cm('H40.2*')], 'narrow-angle glaucoma', states(chairEye, 'yes')),
  // One that is over says nothing of today.
  ...[unconfirmed.snomed('77386006'), icd10cm('Z33.1')].map((code) =>
    row(code, 'pregnancy', ['active Condition'], states(chairPregnancy, 'pregnant-or-trying')),
  ),
  ...milkProteinAllergy.map((code) =>
    row(
      code,
      'allergy to cow’s-milk protein',
      ['Condition', 'AllergyIntolerance'],
      states(chairAllergy, 'milk-protein'),
    ),
  ),
]

export const problemTerms: readonly CodeMeaning[] = [...spasm, ...lookalikes, ...lesions, ...flags, ...atChair]
